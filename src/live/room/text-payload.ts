import { hash } from 'node:crypto';
import type { TextEdits } from '../../operations/part/text-edits.ts';
import { textEdits } from '../../operations/part/text-edits.ts';

/** A text that changed, as its field within the part, before and after. `whole`: the ledger has no text to edit yet. */
type ChangedText = { field: string; before: string; text: string; whole: boolean };

/** What the ledger keeps of texts: whole ones, and edits of those it has. */
export type TextPayload = { set: Record<string, string | null>; edits: Record<string, TextEdits> };

/** Edits that take more than this part of the text are not worth having to be followed. */
const mostOfText = 0.5;

/** What an entry says of changed texts. A text of ten pages in which a sentence grows is not kept ten pages at a time. */
export function textPayload(changed: readonly ChangedText[]): TextPayload {
  const payload: TextPayload = { set: {}, edits: {} };
  for (const { field, before, text, whole } of changed) {
    const at = whole ? [] : textEdits(before, text);
    const isShort = JSON.stringify(at).length < text.length * mostOfText;
    if (whole || !isShort) payload.set[field] = text === '' ? null : text;
    else payload.edits[field] = { at, sha256: hash('sha256', text) };
  }
  return payload;
}
