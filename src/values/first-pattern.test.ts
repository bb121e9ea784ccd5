import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPattern } from './first-pattern.ts';

test('the first of several patterns that match a text is told, -1 when none does', () => {
  const first = firstPattern([/^a(?:b|c)?$/, /^(?:start|end)(?: time)?$|^from$/, /^.*$/]);
  assert.deepEqual(['ab', 'end time', 'from', 'a from', 'abc', ''].map(first), [0, 1, 1, 2, 2, 2]);
  assert.equal(firstPattern([/^a$/, /^b$/])('ab'), -1);
});

test('patterns that look at a part only, with groups or with flags are refused', () => {
  for (const pattern of [/a$/, /^a/, /^(a)$/, /^a$/i]) assert.throws(() => firstPattern([pattern]), TypeError);
});
