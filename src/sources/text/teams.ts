import { classify } from '../slack/classify.ts';
import { clockStampAt, type Stamp, stampAt } from '../times/stamp.ts';
import { nameOnly } from './names.ts';

/** A line of a chat that names who wrote and when, the message below it; `back` when the day is named as today (0) or yesterday (1). */
export type Header = { actor: string; stamp: Stamp; back?: number };

/** Something in brackets that begins with a number, and the rest of the line. */
const bracketed = /^\[(\d[^\][]{3,39})\](.*)$/u;
/** So many of these lines tell what the text is. */
const looked = 1000;

/** The time in brackets in front of a line, to the minute: a log has seconds. */
function minuteIn(line: string): { stamp: Stamp; rest: string } | undefined {
  const [, inside, rest = ''] = bracketed.exec(line) ?? [];
  if (inside === undefined || /:\d\d:\d\d/.test(inside)) return undefined;
  const stamp = stampAt(line, 1) ?? clockStampAt(line, 1);
  return stamp?.to === inside.length + 1 && stamp.epochMs === undefined ? { stamp, rest } : undefined;
}

/** `Jane Doe`, `Doe, Jane (Guest)`; "Rollback Started" is none. */
function writerIn(rest: string): string | undefined {
  const actor = rest.slice(0, 80).replace(/ \([^()]{1,40}\)$/, '');
  if (rest.length > 80 || !/^ \p{Lu}/u.test(actor)) return undefined;
  const isName = nameOnly(actor.replace(/,(?= )/, '')) !== undefined;
  return isName && !classify(actor) ? actor.trim() : undefined;
}

function headerOf(line: string): Header | undefined {
  const found = minuteIn(line);
  const actor = writerIn(found?.rest ?? '');
  return found === undefined || actor === undefined ? undefined : { actor, stamp: { ...found.stamp, to: line.length } };
}

/**
 * How lines like `[3/4/2026 2:23 PM] Jane Doe` are read, as Microsoft Teams copies its messages. Notes look alike, so four
 * of five such lines have to hold a name and nothing else, and most of them two words and a message below.
 */
export function teamsHeaders(lines: readonly string[]): (line: string) => Header | undefined {
  let [count, names, full, told] = [0, 0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const found = minuteIn(line);
    if (!found) continue;
    count += 1;
    if (count > looked) break;
    const writer = writerIn(found.rest);
    if (writer === undefined) continue;
    names += 1;
    if (writer.includes(' ')) full += 1;
    if (/^[^[\s]/.test(lines[index + 1]?.trim() ?? '')) told += 1;
  }
  const isChat = names > 0 && names >= 0.8 * count && full * 2 > names && told * 2 > names;
  return isChat ? headerOf : () => undefined;
}
