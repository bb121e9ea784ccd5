import { plainText } from '../markdown/plain.ts';
import { nameOpenings } from '../values/date.ts';
import { findMoments, firstMoment, type Mention } from '../values/time.ts';
import { relativeAt } from './relative-time.ts';

/** A timeline entry before its day is known. */
export type Entry = {
  mention: Mention;
  /** The moment as it stands in the document. */
  written: string;
  /** Markdown of what happened. */
  text: string;
  /** Offsets of the whole entry in the view. */
  from: number;
  to: number;
  /** Entries of one group share their days: a table, a list, the sections of one timeline. */
  group: number;
  /** Nested lists of one group (one per actor or part): each may start over within the same day. */
  strand?: number;
  source: 'table' | 'list' | 'heading' | 'paragraph' | 'quote' | 'prose' | 'label';
  actor?: string;
  notes?: string;
  phase?: string;
  /**
   * Told by the way. A date alone within a sentence may be that of something else: it sets the day only where the document has none.
   * A time in brackets has its own day, which does not hold for what follows.
   */
  aside?: true;
  /** Set where a label or a column names the milestone. */
  milestone?: string;
};

/** True for a time of day, or one counted from T. */
export const isTimed = ({ clock, sinceMinutes }: Mention): boolean => clock !== undefined || sinceMinutes !== undefined;

/** A piece of text that opens or closes with a moment, split. */
export type Split = { mention: Mention; written: string; text: string };

const opening =
  /^(?:[\s*_`~([{>"'|•–—-]|\\|(?:at|on|from|between|(?:shortly|just|right) (?:after|before)|around|approximately|approx\.?|about|by|since|circa|ca?\.|starting|um|am|ab|gegen|von|zwischen|à|le|el|a las|entre|vers|the|~)\s){0,9}/i;
/** What a text must open with for a moment to follow: most lines are dismissed by this one look. */
const mayLead = new RegExp(`${opening.source}(?:[\\dT]|${nameOpenings})`, 'i');
const afterMoment = /^(?:[\s*_`~)\]}>:;,.|–—-]|\\|(?:→|=>|->)){0,12}/;
const beforeMoment =
  /(?:[\s*_`~([{:;,–—@|-]|(?:^|\s)(?:at|on|from|um|am|à|le|approximately|around|about|approx\.?)(?=\s)){0,9}$/i;
/** The code of a page generator around a moment: `{{< track "2024-03-18 09:01" >}}`. */
const shortcode = /\s?\{\{[<%]?\s?[\w-]{1,20}\s["']?$/;
const remark = /^\s?\((?:[^()]{0,40})\)\s*$/;

/** Text without the half of a pair of marks that the cut left behind: `**Declared` of `**Declared: 04:40**`. */
function balanced(text: string): string {
  let result = text.trim();
  for (const mark of ['**', '__', '`', '~~']) {
    if (!result.includes(mark) || result.split(mark).length % 2 === 1) continue;
    result = result.startsWith(mark) ? result.slice(mark.length) : result.replace(mark, '');
  }
  return result.trim();
}

/** Splits text that opens with a moment: `**14:05 UTC** - alert fires`, `At 14:05, ...`. `column` allows a bare 1423. */
export function splitLeading(text: string, needsClock = true, column = false): Split | undefined {
  if (!mayLead.test(text)) return undefined;
  const prefix = opening.exec(text)?.[0].length ?? 0;
  const head = text.slice(0, prefix + 90);
  const mention = (head.includes('T') && relativeAt(head)) || firstMoment(head, { column }, 0, prefix);
  if (!mention || mention.from > prefix || (needsClock && !isTimed(mention) && !mention.invalid)) return undefined;
  if (!isTimed(mention) && (mention.date?.month ?? mention.date?.day) === undefined) return undefined;
  const tail = text.slice(mention.to);
  const skipped = afterMoment.exec(tail)?.[0].length ?? 0;
  return { mention, written: text.slice(mention.from, mention.to), text: balanced(tail.slice(skipped)) };
}

/** Splits text that closes with a moment: `Fault occurs 2020-02-12 11:45`, `Service restored (10:40 UTC)`. */
export function splitTrailing(text: string): Split | undefined {
  const start = Math.max(0, text.length - 70);
  const mention = findMoments(text.slice(start)).findLast(
    (found) => found.clock !== undefined || found.date !== undefined,
  );
  if (!mention) return undefined;
  const [from, to] = [mention.from + start, mention.to + start];
  const rest = text.slice(to).replace(/[\s*_`.)\]}"'”>]+$/, '');
  if (rest !== '' && !remark.test(`${rest})`) && !remark.test(rest)) return undefined;
  const head = text.slice(0, from).replace(shortcode, '').replace(beforeMoment, '');
  if (!/\p{L}/u.test(head)) return undefined;
  return {
    mention,
    written: text.slice(from, to) + (rest === '' ? '' : text.slice(to).trimEnd()),
    text: balanced(head).replace(/\s?[:–—]$/, ''),
  };
}

/** One line of Markdown from a piece that may run over several lines. */
export function joined(text: string): string {
  return text.includes('\n') ? text.replace(/(?<!\s)\s*\n[ \t>]*/g, ' ').trim() : text.trim();
}

/** The words of an entry, for comparing. */
export function wordsOf(text: string): string {
  return plainText(joined(text)).toLowerCase();
}
