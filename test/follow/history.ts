import { makeRandom } from '../random.ts';
import { nextDay } from './wall-calendar.ts';

/** An action as the generator knows it: what a person would tell of it. */
export type Action = { label: string; text: string; owner: string; due: string; horizon: string; open: boolean };

/** An incident at one time of its life. */
export type State = {
  atMs: number;
  actions: readonly Action[];
  lead: string;
  written: boolean;
  met: boolean;
  /** Looks back that were held: `1w`. */
  held: readonly string[];
  /** The authority was told of the breach. */
  notified: boolean;
};

/** What is done to an incident after it was written down, as a call of an operation. */
export type Edit = { atMs: number; incident: number; operation: string; input: Record<string, unknown> };

export type Template = 'enterprise' | 'trading-desk' | 'agent-ops';

/** The looks back that a template asks for. */
export const ladders = { enterprise: ['30d'], 'trading-desk': [], 'agent-ops': ['1w', '1mo', '3mo', '6mo'] } as const;

export type Incident = {
  template: Template;
  createdMs: number;
  date: string;
  /** When it was over; undefined when nobody said. */
  resolvedMs: number | undefined;
  /** When it was noticed that personal data was breached; undefined when none was. */
  breachMs: number | undefined;
  record: Record<string, unknown>;
  /** Its life, oldest first; the first is as it was written down. */
  states: State[];
};

export type History = { incidents: Incident[]; edits: Edit[] };

export const people = [
  'Pia Novak',
  'Jon Weber',
  'Mia Rossi',
  'Tom Berg',
  'Ida Lund',
  'Max Stein',
  'Eva Marin',
  'Leo Hart',
];
const start = Date.parse('2027-12-01T00:00:00Z');
const [hourMs, dayMs] = [3_600_000, 86_400_000];

/** Days on which calendars go wrong: ends of months, the leap day, holidays, changes of clocks. */
const special =
  `2027-12-24 2027-12-27 2027-12-31 2028-01-01 2028-01-06 2028-01-17 2028-01-31 2028-02-21 2028-02-28 2028-02-29 2028-03-01 2028-03-12
  2028-03-13 2028-03-26 2028-03-27 2028-03-31 2028-04-14 2028-04-17 2028-04-18 2028-04-30 2028-05-01 2028-05-29`.split(
    /\s+/,
  );

const event = (ms: number, milestone: string) => {
  const at = new Date(ms).toISOString();
  return { at, precision: 'instant', zone: 'UTC', milestone, text: 'It was so.' };
};

/** Between two hours, so that nothing happens at the moment of a tick. */
const between = (hour: number, minute: number) => start + hour * hourMs + (1 + minute) * 60_000;

/** A life of so many incidents, always the same for a seed. `isUp`: nobody writes while the server is down. */
export function makeHistory(count: number, seed: number, isUp: (ms: number) => boolean): History {
  const random = makeRandom(seed);
  const history: History = { incidents: [], edits: [] };
  const chance = (percent: number) => random.below(100) < percent;
  const dueAfter = (ms: number): string => {
    const day = new Date(ms).toISOString().slice(0, 10);
    const ahead = special.filter((each) => each > day && Date.parse(each) < ms + 70 * dayMs);
    return ahead.length > 0 && chance(50) ? random.pick(ahead) : nextDay(day, random.below(50) - 3);
  };
  const named = (name: string) =>
    random.pick([
      name,
      `@${name.toLowerCase().replace(' ', '-')}`,
      `${name.toLowerCase().replace(' ', '.')}@example.org`,
    ]);
  for (let index = 0; index < count; index++) {
    let createdMs = between(random.below(160 * 24), random.below(57));
    while (!isUp(createdMs)) createdMs += hourMs;
    const template = random.pick<Template>(['enterprise', 'trading-desk', 'agent-ops']);
    const resolvedMs = chance(80) ? createdMs - random.below(20 * 60) * 60_000 : undefined;
    const breachMs = chance(30) ? createdMs - (21 + random.below(20)) * hourMs : undefined;
    const date = new Date(createdMs - random.below(2) * dayMs).toISOString().slice(0, 10);
    const horizon = { enterprise: 'high', 'trading-desk': 'Short-term', 'agent-ops': 'Medium-term' }[template];
    const actions = Array.from({ length: random.below(5) }, (_, each): Action => {
      const byHorizon = chance(12);
      return {
        label: `I${index}-A${each}`,
        text: `Mend part ${each}`,
        owner: chance(85) ? named(random.pick(people)) : random.pick(['', 'The platform team']),
        due: byHorizon || chance(8) ? '' : dueAfter(createdMs),
        horizon: byHorizon ? horizon : '',
        open: !chance(8),
      };
    });
    const lead = chance(75) ? random.pick(people) : '';
    const first: State = { atMs: createdMs, actions, lead, written: false, met: false, held: [], notified: false };
    const record = {
      incident: { title: `Incident ${index}`, date },
      document: { classification: 'internal' },
      ...(lead === ''
        ? {}
        : {
            roles: [
              { role: 'Scribe', name: 'Nobody' },
              { role: 'Incident Commander', name: lead },
            ],
          }),
      ...(breachMs === undefined ? {} : { obligations: [{ regime: 'GDPR', required: 'YES - within 72h' }] }),
      timeline: [
        ...(breachMs === undefined ? [] : [event(breachMs, 'detected')]),
        ...(resolvedMs === undefined ? [] : [event(resolvedMs, 'resolved')]),
      ],
      actions: actions.map(({ label, text, owner, due, horizon: within, open }) => ({
        id: label,
        text,
        ...(owner === '' ? {} : { owner }),
        ...(due === '' ? {} : { due }),
        ...(within === '' ? {} : { horizon: within }),
        ...(open ? {} : { status: 'Done', done: true }),
      })),
    };
    const incident: Incident = { template, createdMs, date, resolvedMs, breachMs, record, states: [first] };
    history.incidents.push(incident);
    let atMs = createdMs;
    for (let left = random.below(7); left > 0; left--) {
      atMs =
        atMs - (atMs % hourMs) + (1 + random.below(chance(30) ? 30 : 300)) * hourMs + (1 + random.below(57)) * 60_000;
      if (!isUp(atMs)) continue;
      const edit = editOf(incident, index, atMs);
      if (edit !== undefined) history.edits.push(edit);
    }
  }
  history.edits.sort((a, b) => a.atMs - b.atMs);
  return history;

  function editOf(incident: Incident, index: number, atMs: number): Edit | undefined {
    const state = incident.states.at(-1) as State;
    const keep = (next: Partial<State>, operation: string, input: Record<string, unknown>): Edit => {
      incident.states.push({ ...state, ...next, atMs });
      return { atMs, incident: index, operation, input };
    };
    const day = new Date(atMs).toISOString().slice(0, 10);
    const what = random.below(13);
    if (what === 0 && !state.written)
      return keep({ written: true }, 'record.set', { part: 'document', set: { completedOn: day }, seen: 1 });
    if (what === 1 && !state.met)
      return keep({ met: true }, 'record.set', { part: 'meeting', set: { date: day }, seen: 0 });
    const rung = ladders[incident.template].find((each) => !state.held.includes(each));
    if (what === 10 && rung !== undefined && incident.resolvedMs !== undefined) {
      const answers = { verdict: 'worked', decision: 'It stays as it is.', late: 'Nobody had time.' };
      return keep({ held: [...state.held, rung] }, 'review.hold', { rung, answers });
    }
    if (what === 11 && incident.breachMs !== undefined && !state.notified) {
      const at = new Date(atMs - 60_000).toISOString();
      const input = { clock: 'gdpr-33', seen: 0, at, proof: 'Case 2028-17', late: 'The form was away.' };
      return keep({ notified: true }, 'clock.settle', input);
    }
    const action = state.actions.length === 0 ? undefined : random.pick(state.actions);
    if (action === undefined) return undefined;
    const other = (change: Partial<Action>) => ({
      actions: state.actions.map((each) => (each === action ? { ...each, ...change } : each)),
    });
    const id = action.label;
    if (!action.open) return keep(other({ open: true }), 'action.reopen', { id, reason: 'It came back.' });
    if (what < 5) {
      const due = dueAfter(atMs);
      return due === action.due ? undefined : keep(other({ due }), 'action.assign', { id, due });
    }
    if (what < 6) {
      const owner = random.pick(people);
      return keep(other({ owner }), 'action.assign', { id, owner });
    }
    return what < 9
      ? keep(other({ open: false }), 'action.finish', { id })
      : keep(other({ open: false }), 'action.decline', { id, reason: 'Not worth it.' });
  }
}
