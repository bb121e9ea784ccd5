import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayNumber,
  type Held,
  makeHeld,
  openPlaces,
  recurring,
  type Recurring,
  type SearchedIncident,
} from './index.ts';

const days = ['2025-11-30', '2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'];
const given = fc.record({
  number: fc.integer({ min: 1, max: 90 }),
  day: fc.constantFrom(...days),
  causes: fc.subarray(['capacity', 'configuration', 'expired']),
  services: fc.subarray(['api', 'web']),
});
const incidentOf = ({ number, day, causes, services }: typeof given extends fc.Arbitrary<infer One> ? One : never) => ({
  number,
  title: '',
  texts: [],
  day,
  values: [
    ...causes.map((value) => ({ facet: 'cause', value })),
    ...services.map((value) => ({ facet: 'service', value })),
  ],
});

type Wanted = { hidden: number[]; since?: number; until?: number };

/** The same, counted anew from the incidents themselves; of those that are equally frequent in no order. */
function counted(all: ReadonlyMap<number, SearchedIncident>, facet: string, { hidden, since, until }: Wanted) {
  const open = [...all.values()]
    .filter(({ number }) => !hidden.includes(number))
    .map((one) => ({ ...one, day: dayNumber(one.day) }))
    .filter(({ day }) => day >= (since ?? 0) && day <= (until ?? Infinity))
    .toSorted((left, right) => right.day - left.day || right.number - left.number);
  const named = (one: (typeof open)[number], wanted: string) => one.values.filter((value) => value.facet === wanted);
  const sums = (texts: string[]) =>
    Object.fromEntries([...new Set(texts)].map((text) => [text, texts.filter((other) => other === text).length]));
  const names = new Set(open.flatMap((one) => named(one, facet).map(({ value }) => value)));
  return new Map(
    [...names].flatMap((name) => {
      const those = open.filter((one) => named(one, facet).some(({ value }) => value === name));
      const quarters = those.map(
        ({ day }) => `${Math.floor(day / 1e4)}-Q${Math.ceil(Math.floor((day % 1e4) / 100) / 3)}`,
      );
      const said = {
        count: those.length,
        first: those.at(-1)?.day,
        last: those[0]?.day,
        services: sums(those.flatMap((one) => named(one, 'service').map(({ value }) => value))),
        quarters: sums(quarters),
        latest: those.slice(0, 5).map(({ number }) => number),
      };
      return those.length < 2 ? [] : [[name, said] as const];
    }),
  );
}

const asMap = (list: readonly { value: string; count: number }[]) =>
  Object.fromEntries(list.map(({ value, count }) => [value, count]));
const said = (items: readonly Recurring[]) =>
  new Map(
    items.map(({ value, services, quarters, ...one }) => [
      value,
      { ...one, services: asMap(services), quarters: asMap(quarters) },
    ]),
  );

function check(held: Held, all: ReadonlyMap<number, SearchedIncident>, wanted: Wanted): void {
  for (const facet of ['cause', 'service']) {
    const found = recurring(held, facet, { ...wanted, ...openPlaces(held, wanted) }, 10);
    assert.deepEqual(said(found), counted(all, facet, wanted));
    const counts = found.map(({ count }) => count);
    assert.deepEqual(
      counts,
      counts.toSorted((left, right) => right - left),
    );
  }
}

test('law: what comes again is what is counted anew, after incidents came, changed and were hidden, and of any days', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(given, { maxLength: 60 }), { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }),
      fc.constantFrom(undefined, ...days.map(dayNumber)),
      fc.constantFrom(undefined, ...days.map(dayNumber)),
      (rounds, hidden, since, until) => {
        const [held, all] = [makeHeld(), new Map<number, SearchedIncident>()];
        for (const round of rounds) {
          for (const one of round.map(incidentOf)) {
            held.put(one);
            all.set(one.number, one);
          }
          check(held, all, { hidden });
          check(held, all, {
            hidden,
            ...(since === undefined ? {} : { since }),
            ...(until === undefined ? {} : { until }),
          });
        }
      },
    ),
    { numRuns: 150 },
  );
});
