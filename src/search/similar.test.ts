import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeHeld, openPlaces, type SearchedIncident, similar } from './index.ts';

const words = Array.from({ length: 14 }, (_, index) => `w${'abcdefghijklmn'[index]}x`);
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' '));
const given = fc.record({
  title: text,
  summary: text,
  services: fc.subarray(['api', 'web', 'db']),
  factors: fc.subarray(['late', 'silent']),
});

test('law: the most similar are those that are most alike in words and values together, however many are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(given, { minLength: 2, maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 10 }),
      (many, most, hidden) => {
        const incidents = many.map(({ title, summary, services, factors }, index): SearchedIncident => ({
          number: index + 1,
          title,
          texts: [summary],
          values: [
            ...services.map((value) => ({ facet: 'service', value })),
            ...factors.map((value) => ({ facet: 'factor', value })),
          ],
          day: '2026-01-01',
        }));
        const held = makeHeld();
        for (const one of incidents) held.put(one);
        const [subject] = incidents as [SearchedIncident];
        const asked = (limit: number) => similar(held, subject, openPlaces(held, { hidden }).open, limit);
        // Of all, the values of each are looked at.
        const all = asked(incidents.length + 1);
        assert.ok(all.every(({ number }) => number !== 1 && !hidden.includes(number)));
        assert.deepEqual(asked(most), all.slice(0, most));
      },
    ),
    { numRuns: 400 },
  );
});
