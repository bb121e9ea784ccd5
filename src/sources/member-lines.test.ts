import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberLines } from './member-lines.ts';

test('one line per plain member, with its path; empty ones are left out', () => {
  const value = { id: 7, on: false, none: null, empty: '', subject: { id: 'checkout', tags: ['a', 'b'] } };
  assert.equal(memberLines(value), 'id: 7\non: false\nsubject.id: checkout\nsubject.tags.0: a\nsubject.tags.1: b');
  assert.equal(memberLines(value, 1), 'id: 7\non: false');
  assert.equal(memberLines('text'), 'text');
  assert.equal(memberLines(undefined), '');
});

test('long and deep values are cut', () => {
  const lines = memberLines(Array.from({ length: 1000 }, (_, index) => index)).split('\n');
  assert.deepEqual([lines.length, lines.at(-1)], [61, '… (cut; the rest is in the evidence)']);
  const deep: unknown = JSON.parse(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`);
  assert.equal(memberLines(deep), '');
});
