import { addDays, findMoments, type Mention } from '../values/time.ts';
import { dateAt, isoDay } from '../values/date.ts';
import { matchesOf } from '../values/matches.ts';
import type { Entry } from './entry.ts';

const relative =
  /^[\s*_`([|-]{0,8}(T\s?(?:0\s?)?([+−–-])\s?(?:(\d{1,3}):(\d{2})(?::\d{2})?|(\d{1,3})\s?h(?:ours?)?\s?(?:(\d{1,2})\s?(?:m(?:in(?:utes?)?)?)?)?|(\d{1,4})\s?(?:m(?:in(?:ute)?s?)?)?)|T(?:0|₀)?)(?![\w+]|:\d)/;

/** The time counted from T that opens a text: `T+00:12`, `T-5m`, `T+1h30`. */
export function relativeAt(text: string): Mention | undefined {
  const match = relative.exec(text.slice(0, 60));
  if (!match) return undefined;
  const [all, written = '', sign, hour, minute, hours, more, minutes] = match;
  // A bare T opens an entry only before a mark, or it is a letter of a sentence.
  if (sign === undefined && !/^[\s*_`)\]|]{0,6}(?:$|[:|–—-])/.test(text.slice(all.length, all.length + 8)))
    return undefined;
  const size = Number(hour ?? hours ?? 0) * 60 + Number(minute ?? more ?? minutes ?? 0);
  return {
    sinceMinutes: sign === undefined || sign === '+' ? size : -size,
    from: all.length - written.length,
    to: all.length,
  };
}

const anchor =
  /(?:^|[\s(*_`"'“])(?:t[-_ ]?(?:0|zero)|T\s?(?:0|₀|[-+ ]?zero|\+0{1,2}(?::00)?)?)[)"'”*_`]{0,3}\s?(?:=|:|,|–|—|\bis\b|\bwas\b|\bbeing\b)[\s*_`]{1,12}/g;

/** The moment that a document gives for T: `T0 = 14:02 UTC`. Only its first 20,000 characters are looked at. */
function findAnchor(text: string): Mention | undefined {
  for (const match of matchesOf(anchor, text.slice(0, 20_000))) {
    const start = match.index + match[0].length;
    const sentence = text.slice(start, start + 160).split(/\n|\.\s/, 1)[0] ?? '';
    const [mention, ...others] = findMoments(sentence);
    if (mention?.clock && (mention.from < 3 || others.length === 0)) return mention;
  }
  return undefined;
}

/** The clock time `sinceMinutes` after the anchor; over midnight the day of T decides, else the reader of days rolls it. */
function anchored(start: Mention, sinceMinutes: number, { from, to }: Mention): Mention {
  const { hour = 0, minute = 0, zone } = start.clock ?? {};
  const total = hour * 60 + minute + sinceMinutes;
  const day = ((total % 1440) + 1440) % 1440;
  const clock = { hour: Math.floor(day / 60), minute: day % 60, ...(zone === undefined ? {} : { zone }), from, to };
  const own = start.date && isoDay(start.date);
  // `T+26h` is another day, which only a full date of T tells.
  if (own !== undefined && total !== day) {
    const date = dateAt(addDays(own, Math.floor(total / 1440)), 0);
    return { clock, ...(date ? { date } : {}), from, to };
  }
  return { clock, ...(start.date && total === day ? { date: start.date } : {}), from, to };
}

/** Gives entries counted from T their clock times; without a moment for T they stay as written. Changes `entries`. */
export function anchorEntries(entries: Entry[], text: string): void {
  const counted = entries.filter(({ mention }) => mention.sinceMinutes !== undefined);
  const start = counted.length === 0 ? undefined : findAnchor(text);
  if (!start) return;
  for (const entry of counted) entry.mention = anchored(start, entry.mention.sinceMinutes ?? 0, entry.mention);
}
