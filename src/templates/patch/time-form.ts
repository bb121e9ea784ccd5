import type { TimelineEvent } from '../../record/timeline.ts';
import { addDays, findMoments, readMoment } from '../../values/time.ts';
import { clockText } from '../../values/time-clock.ts';
import type { Entry } from '../write/select.ts';

/** A step back of more hours than this is the next day, a smaller one is disorder. */
const hoursOfNextDay = 3;

/** Wall times of events with the date each takes from the ones above; empty where there is none. */
export function carriedTimes(timeline: readonly TimelineEvent[]): string[] {
  let day = '';
  let before = '';
  return timeline.map(({ at, written }) => {
    const clock = at === undefined ? clockOf(written) : wallTime(at).slice(11);
    if (at !== undefined) day = at.slice(0, 10);
    else if (day !== '' && clock !== '' && hours(before) - hours(clock) > hoursOfNextDay) day = addDays(day, 1);
    if (clock !== '') before = clock;
    return day === '' ? '' : clock === '' ? day : `${day}T${clock}`;
  });
}

/** A time without its offset, for comparing as text. */
export const wallTime = (at: string): string => at.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');

const hours = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;

function clockOf(written: string | undefined): string {
  const clock = written === undefined ? undefined : findMoments(written)[0]?.clock;
  return clock === undefined ? '' : clockText(clock);
}

/**
 * A new event with its time written as its neighbours write theirs: without the date it takes from the one above, where
 * the others have none of their own either, and with the zone they state.
 */
export function likeNeighbours(
  entry: Entry,
  timeline: readonly TimelineEvent[],
  above: number,
  times: string[],
): Entry {
  const { at, written, zone } = entry as { at?: string; written?: string; zone?: string };
  const neighbour = timeline[above];
  const others = [neighbour, timeline[above + 1]].filter((event) => event !== undefined);
  if (at === undefined || written === undefined || neighbour === undefined || at.length < 16) return entry;
  const inherits = times[above]?.slice(0, 10) === at.slice(0, 10) && others.some((event) => event.at === undefined);
  const mention = inherits ? findMoments(written)[0] : undefined;
  const bare = mention?.clock === undefined || mention.until !== undefined ? undefined : wallTime(at).slice(11);
  const words = bare === undefined ? written : zone === undefined ? bare : `${bare} ${zone}`;
  const theirs =
    zone === undefined && others.every((event) => event.zone === neighbour.zone) ? neighbour.zone : undefined;
  const whole = theirs === undefined || theirs === 'Z' ? words : `${words} ${theirs}`;
  const moment = whole === written ? undefined : readMoment(whole);
  if (moment === undefined) return entry;
  const { at: _, ...rest } = entry;
  return { ...rest, ...moment };
}
