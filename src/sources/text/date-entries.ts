import type { ignoredList } from '../ignored.ts';
import {
  type Assumed,
  dayOf,
  givenWith,
  instantOf,
  monthFirstIn,
  resolve,
  type Resolved,
  type Surroundings,
} from '../times/resolve.ts';
import { dayStampAt } from '../times/stamp.ts';
import { statedZone } from '../../values/zone.ts';
import { addDays } from '../../values/time.ts';
import type { EvidenceFile } from '../source.ts';
import type { Lines } from './entries.ts';
import type { DatedEntry, Entry } from './entry.ts';

/** A day that holds for times below it. */
type Carried = { day: string; assumed: Assumed[]; isHeading?: true };
/** The clock going back by less than this is disorder; by more, a new day. */
const halfDayMs = 43_200_000;

const withDate = (assumed: readonly Assumed[]): Assumed[] => [...new Set<Assumed>([...assumed, 'date'])];

/** The day in a file's name: `chat-2026-03-04.txt`. */
function dayInName(name: string): Carried | undefined {
  const day = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(name.replace(/^.*\//, ''));
  const stamp = day && dayStampAt(`${day[1]}-${day[2]}-${day[3]}`, 0);
  const found = stamp?.day && dayOf(stamp.day, {});
  return found && 'day' in found ? { day: found.day, assumed: ['date'] } : undefined;
}

/** What the file says of its times: a zone in one of the first lines, and the order of day and month. */
export function surroundingsOf(file: EvidenceFile, { entries, days }: Lines): Surroundings {
  const start = file.text.slice(0, 4000);
  const zone = /^#Fields: .*\btime\b/m.test(start) ? 'UTC' : statedZone(start);
  const monthFirst = monthFirstIn([...entries, ...days].flatMap(({ stamp }) => stamp ?? []));
  return {
    ...(zone === undefined ? {} : { zone }),
    ...givenWith(file),
    ...(monthFirst === undefined ? {} : { monthFirst }),
  };
}

/** Puts entries at their instants. A time without a day takes that of the line, the heading or the file's name above it. */
export function dateEntries(
  file: EvidenceFile,
  lines: Lines,
  around: Surroundings,
  ignored: ReturnType<typeof ignoredList>,
): DatedEntry[] {
  const dated: DatedEntry[] = [];
  const days = [...lines.days];
  const named = dayInName(file.name);
  let carried = named;
  let lastClockMs = -1;
  for (const entry of lines.entries) {
    while (days[0] && days[0].line < entry.line) {
      const { stamp, back, soft } = days.shift() as Lines['days'][number];
      if (soft && (carried?.isHeading || carried?.day === named?.day)) continue;
      const day = stamp?.day && dayOf(stamp.day, around);
      // Today is the day on which the text was copied, which only the name of the file tells; beside a time, the last day may be it.
      if (back === undefined) carried = day && 'day' in day ? { ...day, isHeading: true } : undefined;
      else if (soft && back === 0 && carried) carried = { ...carried, assumed: withDate(carried.assumed) };
      else carried = named && { ...named, day: addDays(named.day, -back) };
      lastClockMs = -1;
    }
    const found = entry.stamp.day || entry.stamp.epochMs !== undefined ? resolve(entry.stamp, around) : undefined;
    if (entry.stamp.day) {
      const day = dayOf(entry.stamp.day, around);
      if ('day' in day) carried = day;
    } else if (carried && (entry.stamp.clockMs ?? 0) < lastClockMs - halfDayMs) {
      carried = { day: addDays(carried.day, 1), assumed: withDate(carried.assumed) };
    }
    lastClockMs = entry.stamp.clockMs ?? lastClockMs;
    const result = found ?? placed(entry, carried, around);
    if ('why' in result) ignored.add('a line with a time', result.why, `${file.name}#${entry.line}`);
    else dated.push({ ...entry, ...result });
  }
  return dated;
}

function placed(entry: Entry, carried: Carried | undefined, around: Surroundings): Resolved | { why: string } {
  if (!carried)
    return { why: 'it has no day: write the date on a line above it (2026-03-04), or in the name of the file' };
  const found = instantOf(carried.day, entry.stamp, around);
  return 'why' in found ? found : { ...found, assumed: [...carried.assumed, ...found.assumed] };
}
