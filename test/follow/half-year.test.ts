import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeHistory, people } from './history.ts';
import { world } from './live.ts';
import { expected, type Said } from './oracle.ts';
import { clockAt, munich, newYork, type Place } from './wall-calendar.ts';

const hourMs = 3_600_000;
const start = Date.parse('2027-12-01T00:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

/** When no server ran: an afternoon, over Christmas, over the leap day, over the change of the clocks, over ten days in May. */
const outages =
  `2027-12-08T11:30Z/2027-12-08T15:30Z 2027-12-23T12:30Z/2027-12-28T05:30Z 2028-02-28T20:30Z/2028-03-02T10:30Z
  2028-03-25T22:30Z/2028-03-27T12:30Z 2028-05-02T06:30Z/2028-05-12T06:30Z`
    .split(/\s+/)
    .map((outage) => outage.split('/').map((at) => Date.parse(at)) as [number, number]);
const isUp = (ms: number) => outages.every(([from, to]) => ms < from || ms >= to);

/** By day from hour to hour, at night less often. */
const ticks = Array.from({ length: 183 * 24 }, (_, hour) => start + hour * hourMs).filter(
  (ms) => isUp(ms) && [0, 4, 6, 7, 8, 9, 10, 12, 13, 14, 15, 17, 20].includes(new Date(ms).getUTCHours()),
);

/** Whom the document names; else who leads; else who wrote it down. */
function personOf({ kind, what, state }: Said): string {
  const owner = kind === 'action-reminder' ? state.actions.find(({ label }) => label === what)?.owner : undefined;
  const letters = (text: string) =>
    text
      .toLowerCase()
      .replace('@example.org', '')
      .replaceAll(/[^a-z]/g, '');
  const named = people.find((name) => letters(name) === letters(owner ?? ''));
  return named ?? (state.lead === '' ? 'Ann Author' : state.lead);
}

function noticeOf({ kind, due, tickMs }: Said, place: Place): string {
  if (kind === 'deadline' || kind === 'clock') return 'clock.running-out';
  if (kind === 'review') return 'review.due';
  if (kind === 'action-escalation') return 'action.escalated';
  return clockAt(place, tickMs).day > due ? 'action.overdue' : 'action.due';
}

const places = [
  { name: 'Munich', place: munich, seed: 1, live: await world(munich) },
  { name: 'New York', place: newYork, seed: 2, live: await world(newYork) },
];

for (const { name, place, seed, live } of places)
  test(`half a year in ${name}: everything is said once, at its moment, whoever dies`, async (context) => {
    const history = makeHistory(150, seed, isUp);
    const { fired, told, killed } = await live(history, ticks, seed);
    const wanted = history.incidents.flatMap((incident, index) => expected(place, incident, index, ticks));
    const wantedFired = wanted.map(({ incident, kind, what, due, step, atMs, tickMs, said }) =>
      [incident, kind, what, due, step, iso(atMs), iso(tickMs), said].join(' '),
    );
    assert.deepEqual(fired.toSorted(), wantedFired.toSorted());
    const wantedTold = wanted
      .filter(({ said }) => said)
      .map((one) => [one.incident, noticeOf(one, place), one.what, iso(one.tickMs), personOf(one)].join(' '));
    assert.deepEqual(told.toSorted(), wantedTold.toSorted());
    assert.ok(fired.length > 1000 && told.length < fired.length, 'enough happens, and something is missed');
    const { edits } = history;
    context.diagnostic(`${fired.length} fired, ${told.length} told, ${edits.length} edits, ${killed} killed at work`);
  });
