import type { Change } from '../../store/commit.ts';
import type { Quote } from '../../markdown/find-quote.ts';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';
import { partChange } from '../part/change.ts';
import { loadPart } from '../part/load.ts';
import { setFields } from '../part/set-fields.ts';
import type { StoredContext } from '../stored-operation.ts';
import { loadThread } from './load.ts';
import { locate, placePath, textIn } from './place.ts';
import type { Thread } from './thread.ts';

/** A change of the record that puts words in place of others, as the ledger tells of it. */
export type Replaced = { subject: string; set: Record<string, string | null>; version: number; change: Change };

/** The text may be another because somebody settled the thread in the same moment: then all is decided anew. */
async function requireSame(context: StoredContext, incidentId: string, { id, state }: Thread): Promise<void> {
  const now = await loadThread(context, incidentId, id);
  if (now.state !== state) throw new StoreError('store.conflict', 'the thread was settled by somebody else');
}

/**
 * Puts `wanted` in place of the words that a thread quotes, as the record has them now.
 * @param quoted those words; after the suggestion was applied they are what it put in
 * @throws HindcastError `comment.text-changed` with both, when they do not stand there any more
 */
export async function replaceQuote(
  context: StoredContext,
  incidentId: string,
  thread: Thread,
  quoted: string,
  wanted: string,
): Promise<Replaced> {
  const { place } = thread;
  const path = place?.path ?? '';
  const at = placePath(path);
  const quote: Quote = { ...(place?.quote as Quote), text: quoted };
  const kept = await loadPart(context, incidentId, at.key, at.id);
  const text = textIn(kept, at) ?? '';
  const found = locate(text, quote);
  if (found === undefined || found.changed) {
    await requireSame(context, incidentId, thread);
    throw new HindcastError(
      'comment.text-changed',
      { path },
      { data: { path, quoted, now: found === undefined ? null : text.slice(found.from, found.to), wanted } },
    );
  }
  const next = text.slice(0, found.from) + wanted + text.slice(found.to);
  const set = { [at.field]: next.trim() === '' ? null : next };
  const old = kept ?? { key: at.key, id: at.id, position: 0, value: undefined, touched: {}, version: 0 };
  const { part } = setFields(old, set, old.version);
  const subject = at.id === '' ? at.key : `${at.key}/${at.id}`;
  return { subject, set, version: part.version, change: partChange(incidentId, part, kept) };
}
