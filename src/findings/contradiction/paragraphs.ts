import type { Context } from '../context.ts';
import { ownWords } from '../prose.ts';

/** A paragraph, list item or table row, with its place. */
export type Paragraph = { text: string; path?: string; line?: number };

/** Lines that begin something new even without a blank line before them. */
const opens = /^\s*(?:[-*+|#>]|\d{1,3}[.)]\s)/;

function* fromSource(source: string): Generator<Paragraph> {
  let [text, line] = ['', 0];
  const lines = ownWords(source).split(/\r\n|\r|\n/);
  for (const [index, next] of lines.entries()) {
    if (text !== '' && (next.trim() === '' || opens.test(next))) {
      yield { text, line };
      text = '';
    }
    if (next.trim() === '') continue;
    if (text === '') line = index + 1;
    text += text === '' ? next : ` ${next}`;
  }
  if (text !== '') yield { text, line };
}

/** The paragraphs of the document; of the record's free text when the document is not at hand. */
export function* paragraphsOf(context: Context): Generator<Paragraph> {
  if (context.source !== undefined) return yield* fromSource(context.source);
  for (const { text, path, line, role } of context.prose)
    if (role === 'account')
      for (const part of text.split(/\n\s*\n/)) yield { text: part, path, ...(line === undefined ? {} : { line }) };
}
