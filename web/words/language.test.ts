import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPlaceOf } from './language.ts';

test('texts of a language take the place of the English ones, and what it leaves out stays', () => {
  const english = { a: { one: 'one', two: 'two' }, b: (name: string) => `by ${name}`, list: ['x', 'y'] };
  const spoken = inPlaceOf(english, { a: { two: 'zwei' }, list: ['z'] });
  assert.deepEqual({ ...spoken, b: spoken.b('Ann') }, { a: { one: 'one', two: 'zwei' }, b: 'by Ann', list: ['z'] });
});
