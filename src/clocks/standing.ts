import { toEpochMs } from '../values/instant.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { type Applies, appliesTo } from './applies.ts';
import type { Calendar } from './days.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import type { ClockMark } from './mark.ts';
import type { ClockRule } from './rule.ts';
import { beginningOf, type Known, knownOf, type Start } from './start.ts';
import { statedRules } from './stated.ts';

/** Where a clock stands. `prompt`: it runs and the law names no number; `waiting`: it applies, and nothing says when it began. */
export type ClockState =
  | 'asked'
  | 'notApplicable'
  | 'notConcerned'
  | 'waiting'
  | 'prompt'
  | 'running'
  | 'overdue'
  | 'done'
  | 'doneLate';

/** One clock of one incident, with everything it rests on. Instants are RFC 3339. */
export type Standing = {
  rule: ClockRule;
  state: ClockState;
  applies: Applies;
  start: Start | null;
  /** What might have started it: somebody confirms it. */
  suggested: Start | null;
  /** Which of its moments nothing is known of. */
  awaits: 'from' | 'latest' | null;
  until: string | null;
  /** The day with whose end it runs out; null when it ends at an hour. */
  day: string | null;
  /** Which of its two limits counts. */
  limit: 'within' | 'latest';
  zone: string;
  mark: ClockMark;
};

/** What clocks are told by, beside the record. */
export type Ground = {
  rules: readonly ClockRule[];
  marks: ReadonlyMap<string, ClockMark>;
  /** What is true of the organisation in every incident: names that the rules give in `who`. */
  organisation: readonly string[];
  /** For rules that name no zone or region of their own. */
  calendar: Calendar;
  now: string;
};

const isoOf = (ms: number): string => new Date(ms).toISOString();

type Ends = Pick<Standing, 'until' | 'day' | 'limit'>;
const endless: Ends = { until: null, day: null, limit: 'within' };

function endsOf(rule: ClockRule, start: Start, latest: Start | undefined, calendar: Calendar): Ends {
  const own = rule.within === undefined ? undefined : deadlineOf(Date.parse(start.at), rule.within, rule, calendar);
  const other =
    rule.latest === undefined || latest === undefined
      ? undefined
      : deadlineOf(Date.parse(latest.at), rule.latest.within, {}, calendar);
  // What begins only after the second limit has passed cannot have been due by then (DORA: classified as major later).
  const counts = other !== undefined && Date.parse(start.at) <= other.ms && (own === undefined || other.ms < own.ms);
  const deadline: Deadline | undefined = counts ? other : own;
  if (deadline === undefined) return endless;
  return { until: isoOf(deadline.ms), day: deadline.day ?? null, limit: counts ? 'latest' : 'within' };
}

function stateOf(
  { answer }: Applies,
  { done }: ClockMark,
  start: Start | undefined,
  until: string | null,
  now: string,
): ClockState {
  if (done !== undefined) return until !== null && toEpochMs(done.at) > toEpochMs(until) ? 'doneLate' : 'done';
  if (answer === 'no') return 'notApplicable';
  if (answer === 'not concerned') return 'notConcerned';
  if (answer === 'asked') return 'asked';
  if (start === undefined) return 'waiting';
  if (until === null) return 'prompt';
  return toEpochMs(now) > toEpochMs(until) ? 'overdue' : 'running';
}

function stand(rule: ClockRule, record: PostmortemRecord, known: () => Known, ground: Ground): Standing {
  const mark = ground.marks.get(rule.id) ?? {};
  const applies = appliesTo(rule, record, ground.marks.get(rule.id), ground.organisation);
  const zone = rule.zone ?? ground.calendar.zone;
  const nothing = { rule, applies, start: null, suggested: null, awaits: null, ...endless, zone, mark };
  // Most rules concern nobody: a long timeline is not searched for them.
  if (applies.answer === 'not concerned' && mark.done === undefined) return { ...nothing, state: 'notConcerned' };
  const calendar = {
    ...ground.calendar,
    zone,
    regions: rule.region === undefined ? ground.calendar.regions : [rule.region],
  };
  const asked = { record, known: known(), marks: ground.marks };
  const { start, suggested } = beginningOf(rule.from, mark.begun?.from, asked);
  const latest = rule.latest === undefined ? {} : beginningOf(rule.latest.from, mark.begun?.latest, asked);
  // A suggestion has its deadline too: it shows how much hangs on confirming it.
  const counted = start ?? suggested;
  const ends = counted === undefined ? endless : endsOf(rule, counted, latest.start ?? latest.suggested, calendar);
  return {
    ...nothing,
    state: stateOf(applies, mark, start, ends.until, ground.now),
    start: start ?? null,
    suggested: start === undefined ? (suggested ?? null) : null,
    awaits: start === undefined ? 'from' : rule.latest !== undefined && latest.start === undefined ? 'latest' : null,
    ...ends,
  };
}

const order: readonly ClockState[] = [
  'overdue',
  'running',
  'prompt',
  'waiting',
  'asked',
  'done',
  'doneLate',
  'notApplicable',
  'notConcerned',
];

/** Every clock of an incident as it stands at `now`: those that ran out or run first, the least time left before the rest. */
export function standClocks(record: PostmortemRecord, ground: Ground): Standing[] {
  let found: Known | undefined;
  const known = () => (found ??= knownOf(record));
  return [...ground.rules, ...statedRules(record, ground.rules)]
    .map((rule) => stand(rule, record, known, ground))
    .toSorted(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.until ?? '9').localeCompare(b.until ?? '9'),
    );
}
