import { createContext, useContext } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import type { LiveQuote } from '../../../editors/prose/index.ts';
import type { NewComment } from './drafts.ts';
import type { Chosen } from './place.ts';
import type { useDrafts } from './use-drafts.ts';

/** What is said on the document that is shown, and what this person does about it. */
export type Comments = {
  incident: string;
  /** Of the kind that is looked at, in no order. */
  shown: readonly Thread[];
  openCount: number;
  filter: 'open' | 'settled';
  setFilter: (filter: 'open' | 'settled') => void;
  /** Whether threads stand beside the document. */
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  /** The thread that is looked at; `new` for the one that is being written. */
  active: string | undefined;
  activate: (id: string | undefined) => void;
  /** As `activate`, and leads to its card. */
  showCard: (id: string) => void;
  /** Leads to what it speaks of. */
  showPlace: (id: string, path: string | undefined) => void;
  begin: (place: Chosen | undefined, suggest: boolean) => void;
  writing: ReturnType<typeof useDrafts>;
  mayAdd: boolean;
};

const quoteInput = ({ text: quote, ...around }: LiveQuote) => ({ quote, around });

/** A new thread as it is sent. */
export const inputOf = (incident: string, { path, quote, text, replacement }: NewComment) => ({
  incident,
  text,
  ...(path === undefined ? {} : { path }),
  ...(quote === undefined ? {} : quoteInput(quote)),
  ...(replacement === undefined ? {} : { replacement }),
});

const context = createContext<Comments | undefined>(undefined);

export const CommentsContext = context.Provider;

/** @throws outside of a document */
export function useComments(): Comments {
  const comments = useContext(context);
  if (comments === undefined) throw new Error('there are comments in a document only');
  return comments;
}
