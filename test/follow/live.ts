import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';
import { makeRandom } from '../random.ts';
import { testDatabase } from '../server/database.ts';
import { testServer } from '../server/server.ts';
import { type History, people } from './history.ts';
import { startTickers } from './tickers.ts';
import type { Place } from './wall-calendar.ts';
import { somebody } from './world.ts';

/** What was said in a life, in words that can be compared. */
export type Lived = {
  /** Incident, kind, what, due, step, its moment, when it fired, whether it was said. */
  fired: string[];
  /** Incident, kind of notice, what, when, to whom. */
  told: string[];
  killed: number;
};

const iso = (ms: number) => new Date(ms).toISOString();
const dayMs = 86_400_000;

type Fired = {
  incident: string;
  kind: string;
  due: string;
  step: string;
  label: string;
  said: boolean;
  at: Date;
  fired_at: Date;
};
type Told = {
  at: Date;
  kind: string;
  person: string;
  incident: string;
  values: { label?: string; clock?: string; review?: string };
};

/** What something is about: the label of an action, a deadline, a look back, a law. */
const aboutOf = (label: string) =>
  /^(?:I\d+-A\d|GDPR|\d+-\w+(?= review))/.exec(label)?.[0] ??
  (label.startsWith('The document') ? 'written' : 'meeting');

/** A server whose clock a test moves. Call it at the top of the file; what it gives lives a history, tick by tick. */
export async function world(place: Place) {
  const { database, where } = await testDatabase();
  let now = '2027-12-01T00:00:00.000Z';
  const { around } = await testServer({ database, now: () => now });
  const sequencer = startSequencer(database, { everyMs: 5, log: { info: () => {}, warn: () => {} } });
  after(sequencer.stop);
  const waiting = { text: 'select exists (select from entry where seq is null) as more', values: [] };
  const numbered = async () => {
    while ((await database.query<{ more: boolean }>(waiting)).rows[0]?.more === true) await sleep(2);
  };
  const rows = async <Row>(text: string) => (await database.query<Row>({ text, values: [] })).rows;

  return async (history: History, ticks: readonly number[], seed: number): Promise<Lived> => {
    const names = new Map<string, string>();
    for (const name of people) names.set((await somebody(around, 'editor', name)).id, name);
    const ann = await somebody(around, 'owner', 'Ann Author');
    names.set(ann.id, 'Ann Author');
    await ann.does('settings.change', { name: 'follow.zone', value: place.zone, seen: 0 });
    await ann.does('settings.change', { name: 'follow.holidays', value: place.regions, seen: 0 });
    const random = makeRandom(seed);
    const tickers = await startTickers(where, () => random.below(12));
    const ids: string[] = [];
    const writes = [
      ...history.incidents.map(({ createdMs: atMs, template, record }, index) => {
        const create = async () => {
          ids[index] = (await ann.does<{ id: string }>('incident.create', { template, record })).id;
        };
        return { atMs, write: create };
      }),
      ...history.edits.map(({ atMs, operation, incident, input }) => {
        return { atMs, write: () => ann.does(operation, { incident: ids[incident], ...input }) };
      }),
    ].toSorted((a, b) => a.atMs - b.atMs);
    for (const tickMs of ticks) {
      const since = writes.length;
      for (let next = writes[0]; next !== undefined && next.atMs < tickMs; next = writes[0]) {
        now = iso(next.atMs);
        await next.write();
        writes.shift();
      }
      if (writes.length < since) await numbered();
      now = iso(tickMs);
      const isBusy = place.busyHours.includes(new Date(tickMs).getUTCHours());
      const kill = isBusy && random.below(90) === 0 ? 1 + random.below(2) : 0;
      await tickers.tick(now, { processes: isBusy ? 2 : 1, kill });
      // A clock that is put back a day, and put right again.
      if (random.below(400) === 0) await tickers.tick(iso(tickMs - dayMs), { processes: 2 });
    }
    const indexOf = new Map(ids.map((id, index) => [id, index]));
    const fired = await rows<Fired>(
      'select incident_id as incident, kind, due, step, label, said, fired_at, at from occasion where fired_at is not null',
    );
    const told = await rows<Told>(
      `select at, kind, person_id as person, incident_id as incident, payload->'values' as values from notice where person_id is not null and key like 'occasion:%'`,
    );
    return {
      fired: fired.map(({ incident, kind, label, due, step, at, fired_at: tick, said }) =>
        [indexOf.get(incident), kind, aboutOf(label), due, step, at.toISOString(), tick.toISOString(), said].join(' '),
      ),
      told: told.map(({ at, kind, person, incident, values: { label, clock, review } }) =>
        [
          indexOf.get(incident),
          kind,
          aboutOf(label ?? clock ?? review ?? ''),
          at.toISOString(),
          names.get(person),
        ].join(' '),
      ),
      killed: tickers.killed(),
    };
  };
}
