import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safe } from './safe.ts';
import { styleFor } from './style.ts';
import { table } from './table.ts';
import { clip, widthOf, wrap } from './width.ts';

test('escape sequences, bidi marks and NUL print as signs that do nothing', () => {
  assert.equal(safe('a\u001b[31mb'), 'a␛[31mb');
  assert.equal(safe('x\u202ey\u0000\r'), 'x\ufffdy␀␍');
});

test('emoji and CJK letters take two columns, joined signs one grapheme', () => {
  assert.equal(widthOf('abc'), 3);
  assert.equal(widthOf('日本'), 4);
  assert.equal(widthOf('✅'), 2);
  assert.equal(widthOf('e\u0301'), 1);
});

test('a long text is cut at the width, also one of 10 MB', () => {
  assert.equal(clip('abcdef', 4), 'abc…');
  assert.equal(clip('abc', 3), 'abc');
  assert.equal(clip('é'.repeat(5_000_000), 10).length, 10);
});

test('words wrap at blanks, a long one is cut, and what needs too many lines ends with a sign', () => {
  assert.deepEqual(wrap('one two three', 9, 3), ['one two', 'three']);
  assert.deepEqual(wrap('日本 日本', 5, 3), ['日本', '日本']);
  assert.deepEqual(wrap('a'.repeat(12), 5, 2), ['aaaaa', 'aaaa…']);
  assert.equal(wrap('é '.repeat(5_000_000), 10, 3).length, 3);
});

test('a table aligns its columns and wraps the last at the edge', () => {
  const text = table(
    [
      ['duration', '1h', 'short'],
      ['x', '日本', 'y'.repeat(100)],
    ],
    styleFor(false),
    50,
  );
  assert.deepEqual(
    text.split('\n').map((line) => widthOf(line)),
    [23, 50, 50, 50, 22, 0],
  );
});
