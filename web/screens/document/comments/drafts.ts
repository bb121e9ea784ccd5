import { start } from '../../../api/start.ts';
import type { LiveQuote } from '../../../editors/prose/index.ts';

/** A comment that is being written: of what it will speak, and what it says so far. */
export type NewComment = {
  path?: string;
  quote?: LiveQuote;
  text: string;
  /** Of a suggestion: what is to stand there instead. */
  replacement?: string;
};

/** What somebody has begun to say on a document and not sent: the new thread, replies by thread, changed comments by id. */
export type Drafts = { thread?: NewComment; replies: Record<string, string>; edits: Record<string, string> };

const none: Drafts = { replies: {}, edits: {} };
const nameOf = (incident: string): string => `hindcast-comments/${start.me.id}/${incident}`;

/** What this person has begun on this machine; nothing where the browser keeps nothing. */
export function readDrafts(incident: string): Drafts {
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(nameOf(incident)) ?? '{}') as Partial<Drafts>) };
  } catch {
    return none;
  }
}

/** Keeps what was begun, so that a reload loses nothing. */
export function keepDrafts(incident: string, drafts: Drafts): void {
  const { thread, replies, edits } = drafts;
  const isEmpty = thread === undefined && Object.keys(replies).length + Object.keys(edits).length === 0;
  try {
    if (isEmpty) localStorage.removeItem(nameOf(incident));
    else localStorage.setItem(nameOf(incident), JSON.stringify(drafts));
  } catch {
    // A full or forbidden store: the draft lasts as long as the page.
  }
}

/** Texts by id with one set, or without it when it is empty. */
export function withText(texts: Record<string, string>, id: string, text: string | undefined): Record<string, string> {
  const { [id]: _, ...others } = texts;
  return text === undefined ? others : { ...others, [id]: text };
}
