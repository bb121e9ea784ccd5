import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeHeld, search } from './index.ts';
import { makeRunTable, nextRun, noRun, Runs } from './runs.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', '-', 'é', '障', '😀', '𝒳', '\ud835', '\udcb3', '\u0301') }),
);

test('law: runs are what the letters, digits and marks of Unicode say', () => {
  const runs = new Runs();
  fc.assert(
    fc.property(text, (given) => {
      runs.read(given);
      const found = Array.from({ length: runs.count }, (_, index) => given.slice(runs.from[index], runs.end[index]));
      assert.deepEqual(found, given.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
    }),
    { numRuns: 2000 },
  );
});

test('law: one run after the other is found as all of them are, and plain where it is a word of small letters', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: fc.constantFrom('a', 'z', 'A', ' ', '7', 'é') })), (given) => {
      const run = noRun();
      const found: [string, boolean, boolean][] = [];
      while (nextRun(given, run.end, run)) found.push([given.slice(run.from, run.end), run.isPlain, run.isAscii]);
      const words = given.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      assert.deepEqual(
        found,
        words.map((word) => [word, /^[A-Za-z][a-z]*$/.test(word), /^[A-Za-z0-9]+$/.test(word)]),
      );
    }),
    { numRuns: 2000 },
  );
});

test('runs that want the same slot are not taken for each other', () => {
  const runs = new Runs();
  const read = makeRunTable(2, (run) => run);
  const words = Array.from({ length: 200 }, (_, index) => `w${index % 50}`);
  const given = words.join(' ');
  runs.read(given);
  assert.deepEqual(
    words.map((_, index) => read(runs, index, given)),
    words,
  );
});

test('each of very many words is found by itself', () => {
  const held = makeHeld();
  const wordAt = (number: number) => `x${number.toString(36)}y`;
  for (let number = 1; number <= 100; number += 1) {
    const words = Array.from({ length: 500 }, (_, index) => wordAt((number - 1) * 500 + index));
    held.put({ number, title: 'Many', texts: [words.join(' ')], values: [], day: '2026-01-01' });
  }
  const wish = { chosen: new Map(), hidden: [], from: 0, limit: 3, facets: [] };
  for (let word = 0; word < 50_000; word += 997)
    assert.deepEqual(search(held, { ...wish, words: `${wordAt(word)} ` }).numbers, [1 + Math.floor(word / 500)]);
});
