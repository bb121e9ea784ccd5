import type { Milestone } from '../../record/milestone.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { wallMs } from '../wall.ts';
import { type Role, roleOf } from './entry-role.ts';
import type { Measured } from './span-evidence.ts';

/** What a figure measures: the whole outage, or the time until somebody noticed. */
export type Stretch = 'outage' | 'detection';

/** Figures whose ends free text can show. */
export const stretches: ReadonlyMap<string, Stretch> = new Map<string, Stretch>([
  ['duration', 'outage'],
  ['downtime', 'outage'],
  ['degraded', 'outage'],
  ['timeToMitigate', 'outage'],
  ['timeToRepair', 'outage'],
  ['timeToRecover', 'outage'],
  ['timeToResolve', 'outage'],
  ['timeToDetect', 'detection'],
]);

const starting: readonly (Milestone | undefined)[] = ['impactStarted', 'detected', 'acknowledged', 'declared'];
const noticing: readonly (Milestone | undefined)[] = ['detected', 'acknowledged', 'declared'];
const ending: readonly (Milestone | undefined)[] = ['mitigated', 'resolved', 'monitoringConfirmed', 'closed'];

type Marked = { timed: TimedEvent; role: Role };

/**
 * A guess that rests on a stated length of detection says where the outage began. Of detection itself it proves nothing: there, one
 * short length fits many pairs.
 */
const milestoneOf = ({ event }: TimedEvent, stretch: Stretch): Milestone | undefined =>
  stretch === 'detection' && event.inferredFrom === 'claim' ? undefined : event.milestone;

/** Time to detect cannot begin with the detection. */
const isNotice = (timed: TimedEvent, stretch: Stretch): boolean =>
  stretch === 'detection' && timed.event.inferred !== true && noticing.includes(timed.event.milestone);

/** Detection is measured from what came before the notice; an outage also from the notice itself. */
function startsOf(marked: readonly Marked[], stretch: Stretch): { entries: Marked[]; shown: boolean } {
  const noticed = marked.findIndex(({ timed, role }) => noticing.includes(milestoneOf(timed, stretch)) || role.notice);
  const begins = marked.filter(({ timed }) => milestoneOf(timed, stretch) === 'impactStarted');
  const named = begins.length > 0 || marked[0]?.timed.event.until !== undefined;
  const certain = begins.find(({ timed }) => timed.event.inferred !== true)?.timed.wall ?? -Infinity;
  const entries = marked.filter(
    ({ timed, role }, at) =>
      milestoneOf(timed, stretch) === 'impactStarted' ||
      ((at < noticed || (at === 0 && !isNotice(timed, stretch))) && timed.wall >= certain) ||
      (stretch === 'detection'
        ? !noticing.includes(milestoneOf(timed, stretch)) && role.onset && !role.notice && !role.finding
        : at === noticed ||
          starting.includes(milestoneOf(timed, stretch)) ||
          (!named && ((role.onset && !role.finding) || marked[at - 1]?.role.change === true))),
  );
  const shown = marked.some(
    ({ timed, role }) => starting.includes(milestoneOf(timed, stretch)) || role.onset || role.notice,
  );
  return { entries, shown };
}

function endsOf(marked: readonly Marked[], stretch: Stretch): { entries: Marked[]; shown: boolean } {
  const milestones = stretch === 'outage' ? ending : noticing;
  const named = marked.some(
    ({ timed }) =>
      milestoneOf(timed, stretch) === (stretch === 'outage' ? 'mitigated' : 'detected') &&
      timed.event.inferredFrom !== 'claim',
  );
  const noticedAt = marked.findIndex(({ timed }) => milestoneOf(timed, stretch) === 'detected');
  const isEnd = ({ timed, role }: Marked, at: number) =>
    milestones.includes(milestoneOf(timed, stretch)) ||
    (stretch === 'outage' ? (named ? role.works : role.recovery) : role.notice && !(named && at > noticedAt));
  const last = marked.length - (marked.at(-1)?.role.works === true ? 1 : 2);
  // Where the end is named, a step before it is none, however late it comes.
  const end = marked.findIndex(({ timed }) => timed.event.milestone === 'mitigated');
  const entries = marked.filter(
    (entry, at) => (stretch === 'outage' && at >= last && !(named && at < end)) || isEnd(entry, at),
  );
  return { entries, shown: marked.some(isEnd) };
}

const seconds = (from: TimedEvent, to: TimedEvent): number => (to.wall - from.wall) / 1000;

/** An entry that has both ends. */
function ownPair(timed: TimedEvent): Measured[] {
  const until = timed.event.until === undefined ? NaN : wallMs(timed.event.until);
  return until > timed.wall
    ? [{ seconds: (until - timed.wall) / 1000, from: timed, to: { ...timed, wall: until } }]
    : [];
}

/** `pairs`: undefined when the words show no start or no end, so that nothing can be said. */
export type Plausible = { pairs: Measured[] | undefined; noticeApart: boolean };

/** Computed once per document and not once per claim. */
const known = new WeakMap<Context, Map<Stretch, Plausible>>();

/**
 * The pairs of entries between which a writer may have measured, in order of time. Start: the first entry, one that is not later
 * than the notice, one worded as a failure, one after a change. End: one worded as recovery (or notice), one of
 * the last two, or only the last when it says that the service works.
 * `noticeApart`: the first notice comes after an entry that is none.
 */
export function plausiblePairs(context: Context, stretch: Stretch): Plausible {
  let pairs = known.get(context);
  if (pairs === undefined) known.set(context, (pairs = new Map()));
  let found = pairs.get(stretch);
  if (found === undefined) pairs.set(stretch, (found = pairsBetween(context, stretch)));
  return found;
}

function isNoticeApart(marked: readonly Marked[]): boolean {
  const stretch = 'detection';
  const start = marked.findIndex(({ timed }) => milestoneOf(timed, stretch) === 'impactStarted');
  const notice = marked.findIndex(({ timed }) => noticing.includes(milestoneOf(timed, stretch)));
  if (start >= 0 && start < notice) return true;
  return marked.findIndex(({ timed, role }) => noticing.includes(milestoneOf(timed, stretch)) || role.notice) > 0;
}

/** `From 09:36 to 11:02 requests failed`: both ends of the impact in one entry. */
export const isWindow = (timed: TimedEvent): boolean => timed.event.until !== undefined && roleOf(timed).onset;

function pairsBetween(context: Context, stretch: Stretch): Plausible {
  const marked = context.events
    .filter((timed) => timed.exact || isWindow(timed))
    .toSorted((a, b) => a.wall - b.wall || a.index - b.index)
    .map((timed) => ({ timed, role: roleOf(timed) }));
  const [starts, ends] = [startsOf(marked, stretch), endsOf(marked, stretch)];
  const noticeApart = isNoticeApart(marked);
  if (!starts.shown || !ends.shown) return { pairs: undefined, noticeApart };
  const isAfter = (from: TimedEvent, to: TimedEvent) =>
    to.wall > from.wall || (stretch === 'detection' && to.wall === from.wall && to !== from);
  const pairs = starts.entries.flatMap(({ timed: from }) =>
    ends.entries.flatMap(({ timed: to }) => (isAfter(from, to) ? { seconds: seconds(from, to), from, to } : [])),
  );
  const windows = stretch === 'outage' ? marked.flatMap(({ timed }) => ownPair(timed)) : [];
  return { pairs: [...pairs, ...windows], noticeApart };
}
