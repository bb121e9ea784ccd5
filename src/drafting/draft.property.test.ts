import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { RecordSchema } from '../record/record.ts';
import { draftRecord } from './index.ts';
import { several } from './readings-arbitrary.ts';

test('the order of the inputs does not matter', () => {
  fc.assert(
    fc.property(several, fc.integer(), (readings, seed) => {
      const shuffled = readings.toSorted(
        (a, b) => ((JSON.stringify(a).length * seed) % 7) - ((JSON.stringify(b).length * seed) % 7),
      );
      assert.deepEqual(draftRecord(shuffled), draftRecord(readings));
      assert.deepEqual(draftRecord(readings.toReversed()), draftRecord(readings));
    }),
    { numRuns: 300 },
  );
});

test('the same delivery twice changes nothing', () => {
  fc.assert(
    fc.property(several, (readings) =>
      assert.deepEqual(draftRecord([...readings, ...readings]), draftRecord(readings)),
    ),
  );
});

test('every event links to evidence, a milestone stands once, and the record is valid', () => {
  fc.assert(
    fc.property(several, (readings) => {
      const record = draftRecord(readings);
      assert.deepEqual(RecordSchema.parse(record), record);
      const places = new Set(readings.flatMap(({ events }) => events.map(({ evidence }) => evidence)));
      const timeline = record.timeline ?? [];
      assert.ok(timeline.every(({ evidence, source }) => evidence && places.has(evidence) && source));
      const found = timeline.flatMap(({ milestone }) => milestone ?? []);
      assert.equal(new Set(found).size, found.length);
    }),
  );
});
