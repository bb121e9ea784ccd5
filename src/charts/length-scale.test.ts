import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleOf } from './length-scale.ts';

test('one length stands between two marks, with its axis drawn', () => {
  const { ticks, at } = scaleOf([47 * 60]);
  assert.deepEqual(ticks, [1800, 3600]);
  assert.ok(at(47 * 60) > 0.2 && at(47 * 60) < 0.8);
});

test('seconds and weeks have room, with few marks', () => {
  const { ticks, at } = scaleOf([20, 3600, 9 * 86_400]);
  assert.ok(ticks.length <= 4 && ticks.length >= 2, ticks.join());
  assert.equal(ticks.at(-1), 2_592_000);
  for (const seconds of [20, 3600, 9 * 86_400]) assert.ok(at(seconds) >= 0 && at(seconds) <= 1);
});
