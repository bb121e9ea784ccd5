import { createContext, useContext } from 'react';
import type * as Y from 'yjs';
import { findQuote, type Quote, quoteOf } from '../../../../src/markdown/find-quote.ts';
import type { LiveRoom } from '../../../live/index.ts';

/** Words with what stood around them, and the positions that a live room knows them by. */
export type LiveQuote = Quote & { positions?: [string, string] | undefined };

/** Words of a text that somebody speaks of. */
export type Quoted = { id: string; quote: LiveQuote; active: boolean; suggests: boolean };

/** The same with where they stand now. */
export type Found = Quoted & { from: number; to: number };

type Quotes = {
  /** By path of the text. */
  at: ReadonlyMap<string, readonly Quoted[]>;
  /** Somebody wants to see what is said about them. */
  show: (id: string) => void;
  /** What the mark beside the text says. */
  name: (ids: readonly string[]) => string;
};
const none: readonly Quoted[] = [];
const context = createContext<Quotes>({ at: new Map(), show: () => {}, name: () => '' });

/** Gives the texts within what is said about words of them. */
export const QuotesProvider = context.Provider;

/** What is said about words of a text. */
export function useQuotes(path: string) {
  const { at, show, name } = useContext(context);
  return { quoted: at.get(path) ?? none, show, name };
}

/** A text in its live room, once that has answered. */
export type LiveText = { room: LiveRoom; text: Y.Text };

/** Finds words in a text as it stands: where its room has them, or among what stood around them. */
export function foundIn(
  source: string,
  live: LiveText | undefined,
  quote: LiveQuote,
): { from: number; to: number } | undefined {
  const known = quote.positions && live?.room.rangeOf(live.text, quote.positions);
  return known !== undefined && known.to <= source.length ? known : findQuote(source, quote);
}

/** Quotes a range of a text; its ends do not move when something is put in beside them. */
export function quoteIn(source: string, live: LiveText | undefined, from: number, to: number): LiveQuote {
  const quote = quoteOf(source, from, to);
  return live === undefined || live.text.toString() !== source
    ? quote
    : { ...quote, positions: live.room.endsOf(live.text, from, to) };
}
