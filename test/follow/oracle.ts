import { type Action, type Incident, ladders, type State, type Template } from './history.ts';
import {
  clockAt,
  firstAllowed,
  isWorked,
  momentAt,
  monthLater,
  nextDay,
  type Place,
  walkWorked,
} from './wall-calendar.ts';

/** Something that has to be said: when, of what, and to whom, by the plain rules of docs/follow-up.md. */
export type Moment = {
  incident: number;
  kind: string;
  /** The label of an action, or what a deadline is for. */
  what: string;
  due: string;
  step: string;
  atMs: number;
  /** Of several about the same, the last is said. */
  about: string;
};

const deadlines: Record<Template, Partial<Record<'written' | 'meeting', [hours: number, days: number]>>> = {
  enterprise: { written: [48, 0], meeting: [0, 7] },
  'trading-desk': { written: [48, 0] },
  'agent-ops': {},
};

const hourMs = 3_600_000;

function dueOf(incident: Incident, action: Action): string | undefined {
  if (action.due !== '') return action.due;
  if (action.horizon === '') return undefined;
  if (incident.template === 'agent-ops') return monthLater(incident.date);
  return nextDay(incident.date, incident.template === 'enterprise' ? 30 : 7);
}

/** Nine o'clock on a working day: the one before a day off when it is early, the one after it when it is late. */
function nine(place: Place, day: string, step: 1 | -1): number {
  let worked = day;
  while (!isWorked(place, worked)) worked = nextDay(worked, step);
  return momentAt(place, worked, '09:00');
}

type Say = Omit<Moment, 'incident' | 'about'>;

/** What hangs on a day: the days before, the day itself, and the days after. */
function aroundDay(place: Place, kind: string, what: string, due: string): Say[] {
  return [
    { kind, what, due, step: '-3bd', atMs: nine(place, walkWorked(place, due, 3, -1), -1) },
    { kind, what, due, step: '-0d', atMs: nine(place, due, -1) },
    { kind, what, due, step: '+1bd', atMs: nine(place, walkWorked(place, due, 1, 1), 1) },
    { kind, what, due, step: '+1w', atMs: nine(place, nextDay(due, 7), 1) },
    { kind, what, due, step: '+1mo', atMs: nine(place, monthLater(due), 1) },
  ];
}

const ofActions = (place: Place, incident: Incident, state: State): Say[] =>
  state.actions.flatMap((action): Say[] => {
    const due = action.open ? dueOf(incident, action) : undefined;
    if (due === undefined) return [];
    const [kind, what] = ['action-escalation', action.label];
    return [
      ...aroundDay(place, 'action-reminder', what, due),
      { kind, what, due, step: '+5bd', atMs: nine(place, walkWorked(place, due, 5, 1), 1) },
      { kind, what, due, step: '+1mo', atMs: nine(place, monthLater(due), 1) },
    ];
  });

function ofDeadlines(place: Place, { resolvedMs, template }: Incident, state: State): Say[] {
  if (resolvedMs === undefined) return [];
  return Object.entries(deadlines[template]).flatMap(([what, [hours, days]]): Say[] => {
    if (what === 'written' ? state.written : state.met) return [];
    const { day } = clockAt(place, resolvedMs);
    // So many days later the clocks show the same time of day, whatever was done to them in between.
    const moved = days === 0 ? 0 : momentAt(place, nextDay(day, days), '12:00') - momentAt(place, day, '12:00');
    const untilMs = resolvedMs + hours * hourMs + moved;
    const half = (resolvedMs + untilMs) / 2;
    const allowed = firstAllowed(place, half);
    const one = { kind: 'deadline', what, due: new Date(untilMs).toISOString() };
    return [
      { ...one, step: '50%', atMs: allowed < untilMs ? allowed : half },
      { ...one, step: 'over', atMs: firstAllowed(place, untilMs) },
    ];
  });
}

function ofReviews(place: Place, { resolvedMs, template }: Incident, { held }: State): Say[] {
  if (resolvedMs === undefined) return [];
  const over = new Date(resolvedMs).toISOString().slice(0, 10);
  return ladders[template].flatMap((rung): Say[] => {
    const count = Number.parseInt(rung, 10);
    const day = rung.endsWith('mo') ? monthLater(over, count) : nextDay(over, rung === '1w' ? 7 : count);
    const unit = { o: 'month', w: 'week', d: 'day' }[rung.at(-1) as 'o' | 'w' | 'd'];
    let due = day;
    while (!isWorked(place, due)) due = nextDay(due);
    return held.includes(rung) ? [] : aroundDay(place, 'review', `${count}-${unit}`, due);
  });
}

/** Three days, by day and night: a law does not sleep. */
function ofClocks({ breachMs }: Incident, { notified }: State): Say[] {
  if (breachMs === undefined || notified) return [];
  const one = { kind: 'clock', what: 'GDPR', due: new Date(breachMs + 72 * hourMs).toISOString() };
  return [
    { ...one, step: '50%', atMs: breachMs + 36 * hourMs },
    { ...one, step: '75%', atMs: breachMs + 54 * hourMs },
    { ...one, step: 'over', atMs: breachMs + 72 * hourMs },
    { ...one, step: '+24h', atMs: breachMs + 96 * hourMs },
  ];
}

/** What is to be said of an incident as it stands in one state, as long as it stands so. */
const momentsOf = (place: Place, incident: Incident, index: number, state: State): Moment[] =>
  [
    ...ofActions(place, incident, state),
    ...ofDeadlines(place, incident, state),
    ...ofReviews(place, incident, state),
    ...ofClocks(incident, state),
  ].map((say) => ({ ...say, incident: index, about: `${say.kind} ${say.what}` }));

/** What is said, at which tick, and whether it is said or a later one about the same instead. */
export type Said = Moment & { tickMs: number; said: boolean; state: State };

const sameMoment = (a: Moment, b: Moment): boolean =>
  a.kind === b.kind && a.what === b.what && a.due === b.due && a.step === b.step;

/**
 * What has to be said in the life of an incident: at the first tick at or after its moment, when it held at that moment and held ever
 * since; of several about the same at one tick the last is said.
 * @param ticks instants at which somebody looked, in order
 */
export function expected(place: Place, incident: Incident, index: number, ticks: readonly number[]): Said[] {
  const planned = new Map(incident.states.map((state) => [state, momentsOf(place, incident, index, state)]));
  const all = [...planned.values()].flat();
  const moments = all.filter((one, at) => all.findIndex((other) => sameMoment(one, other)) === at);
  const said = moments.flatMap((moment): Said[] => {
    const tickMs = ticks.find((tick) => tick >= moment.atMs);
    if (tickMs === undefined) return [];
    const inForce = incident.states.filter(({ atMs }, each) => {
      const until = incident.states[each + 1]?.atMs ?? Infinity;
      return atMs <= tickMs && until > moment.atMs;
    });
    const knownThen = inForce.some(({ atMs }) => atMs <= moment.atMs);
    const held = inForce.every((state) =>
      momentsOf(place, incident, index, state).some((one) => sameMoment(one, moment)),
    );
    const state = inForce.at(-1);
    return knownThen && held && state !== undefined ? [{ ...moment, tickMs, said: true, state }] : [];
  });
  return said.map((one) => ({
    ...one,
    said: !said.some(({ tickMs, about, atMs }) => tickMs === one.tickMs && about === one.about && atMs > one.atMs),
  }));
}
