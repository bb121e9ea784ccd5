import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeHeld, search } from './index.ts';

const given = fc.record({
  number: fc.integer({ min: 1, max: 60 }),
  day: fc.constantFrom('2025-11-30', '2026-01-01', '2026-03-31'),
  services: fc.subarray(['api', 'web', 'db']),
  cause: fc.constantFrom('capacity', 'configuration', 'expired'),
});
const facets = ['service', 'cause', 'year'];
const chosen = fc.constantFrom<[string, string][]>(
  [],
  [['service', 'web']],
  [['cause', 'expired']],
  [['service', 'no']],
);

test('law: what is looked through without words is what a look at each incident finds, after any changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(given, { maxLength: 40 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 15 }),
      fc.array(chosen, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 20 }),
      (rounds, hidden, wanted, from) => {
        const held = makeHeld();
        for (const [round, many] of rounds.entries()) {
          for (const { number, day, services, cause } of many) {
            const values = [
              ...services.map((value) => ({ facet: 'service', value })),
              { facet: 'cause', value: cause },
              { facet: 'year', value: day.slice(0, 4) },
            ];
            held.put({ number, title: 'It', texts: [], values, day });
          }
          const wish = { words: '', chosen: new Map(wanted[round]), hidden, from, limit: 10, facets };
          // With days each incident is looked at; all are of these.
          assert.deepEqual(search(held, wish), search(held, { ...wish, since: 0 }));
        }
      },
    ),
    { numRuns: 500 },
  );
});
