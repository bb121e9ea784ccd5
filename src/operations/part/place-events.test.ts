import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { placeEvents } from './place-events.ts';

const at = (second: number) => ({ at: new Date(1_700_000_000_000 + second * 1000).toISOString(), zone: 'UTC' });
const seconds = fc.integer({ min: 0, max: 12 });
const kept = fc
  .array(fc.record({ position: fc.integer({ min: 0, max: 6 }), value: fc.option(seconds.map(at), { nil: {} }) }))
  .map((entries) =>
    entries.map((entry, index) => ({ ...entry, key: 'timeline', id: `k${index}`, version: 1, touched: {} })),
  );
const added = fc.array(seconds).map((all) => all.map((second, index) => ({ id: `a${index}`, value: at(second) })));
const msOf = (value: object) => ('at' in value ? Date.parse(String(value.at)) : Number.POSITIVE_INFINITY);

test('each new event stands behind the last that is not later, and the others keep their order', () => {
  fc.assert(
    fc.property(kept, added, (old, fresh) => {
      const positions = placeEvents(old, fresh);
      const order = [...old, ...fresh].toSorted(
        (a, b) => (positions.get(a.id) ?? 0) - (positions.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
      );
      const before = old.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
      assert.deepEqual(
        order.map(({ id }) => id).filter((id) => id.startsWith('k')),
        before,
      );
      for (const event of fresh) {
        const behind = order.slice(order.indexOf(event) + 1).filter(({ id }) => id.startsWith('k'));
        assert.ok(behind.every(({ value }) => msOf(value) > msOf(event.value)));
        const last = order.slice(0, order.indexOf(event)).findLast(({ id }) => id.startsWith('k'));
        assert.ok(last === undefined || msOf(last.value) <= msOf(event.value));
      }
    }),
  );
});
