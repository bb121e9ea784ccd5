import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { hunksOf, hunkText } from './hunks.ts';

const side = (lines: DiffLine[], without: DiffLine['kind']): string =>
  lines
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('\n');

/** Length of the longest common subsequence, by the table of the textbook. */
function longest(a: string[], b: string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const document = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 30 });

test('a comparison holds both texts and keeps as many lines as can be kept', () => {
  fc.assert(
    fc.property(document, document, (a, b) => {
      const lines = diffLines(a.join('\n'), b.join('\n'));
      assert.equal(side(lines, 'added'), a.join('\n'));
      assert.equal(side(lines, 'removed'), b.join('\n'));
      const same = lines.filter(({ kind }) => kind === 'same').length;
      assert.equal(same, longest(a.join('\n').split('\n'), b.join('\n').split('\n')));
    }),
  );
});

test('two large texts with nothing in common are compared at once, as replaced', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join('\n');
  const started = performance.now();
  assert.equal(diffLines(text('a'), text('b')).length, 40_000);
  assert.ok(performance.now() - started < 2000);
});

test('a hunk is written as a unified diff', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].join('\n');
  assert.equal(
    hunkText(hunksOf(diffLines(before, before.replace('6', 'six')))),
    '@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9',
  );
  assert.deepEqual(hunksOf(diffLines(before, before)), []);
});
