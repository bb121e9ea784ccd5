import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initials } from './initials.ts';

test('two letters at most, from the first and the last word, of any script', () => {
  const names = [
    'Ann Author',
    'Cher',
    'Anna Maria van der Berg',
    '王 小明',
    'éva ő',
    '𝒜da 𝒷',
    '  ',
    '🤖',
    'on-call bot 7',
  ];
  assert.deepEqual(names.map(initials), ['AA', 'C', 'AB', '王小', 'ÉŐ', '𝒜𝒷', '?', '?', 'O7']);
});
