import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWhole, moved, within, zoomed } from './window.ts';

const hourMs = 3_600_000;
const whole = { fromMs: 0, toMs: 8 * hourMs };

test('zooming in keeps the moment under the pointer where it is', () => {
  const shown = zoomed(whole, whole, 0.5, 2 * hourMs);
  assert.deepEqual(shown, { fromMs: hourMs, toMs: 5 * hourMs });
});

test('no zoom and no move leads out of the incident', () => {
  const shown = zoomed(whole, whole, 0.25);
  assert.deepEqual(moved(shown, whole, -9), { fromMs: 0, toMs: 2 * hourMs });
  assert.deepEqual(moved(shown, whole, 9), { fromMs: 6 * hourMs, toMs: 8 * hourMs });
  assert.ok(isWhole(zoomed(shown, whole, 100), whole));
});

test('a minute is the closest look, and a shorter incident is shown as it is', () => {
  let shown = whole;
  for (let count = 0; count < 40; count++) shown = zoomed(shown, whole, 0.5);
  assert.equal(shown.toMs - shown.fromMs, 60_000);
  const short = { fromMs: 0, toMs: 20_000 };
  assert.deepEqual(zoomed(short, short, 0.5), short);
});

test('what is shown follows an incident that was moved to another day or became shorter', () => {
  const shown = { fromMs: hourMs, toMs: 3 * hourMs };
  const nextDay = { fromMs: 24 * hourMs, toMs: 32 * hourMs };
  assert.deepEqual(within(shown, nextDay), { fromMs: 24 * hourMs, toMs: 26 * hourMs });
  const short = { fromMs: 0, toMs: hourMs };
  assert.deepEqual(within(shown, short), short);
});
