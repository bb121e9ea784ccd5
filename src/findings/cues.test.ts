import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cueKinds, findCues, matchesAt } from './cues.ts';
import type { Stretch } from './prose.ts';

const stretch = (text: string): Stretch => ({ path: 'summary.text', text, role: 'account', cues: findCues(text) });
const matches = (text: string, pattern: RegExp) =>
  [...matchesAt(stretch(text), cueKinds.phrase, pattern)].map(({ 0: words, index }) => ({ words, index }));

test('a cue is found in either case, and only where a word begins', () => {
  assert.deepEqual(findCues('FAILED, unfailing'), [{ at: 0, kinds: cueKinds.phrase | cueKinds.fault }]);
});

test('a cue that begins inside another is found', () => {
  assert.deepEqual(
    findCues('at failed').map(({ at }) => at),
    [0, 3],
  );
});

test('a text without an opening has no cues', () => {
  assert.deepEqual(findCues('The disk was full.'), []);
});

test('matches begin at cues and do not overlap', () => {
  assert.deepEqual(matches('failed to failed to failing to', /failed to(?: failed to)?|failing to/iy), [
    { words: 'failed to failed to', index: 0 },
    { words: 'failing to', index: 20 },
  ]);
});

test('two million signs are walked in a moment', () => {
  const start = performance.now();
  for (const text of ['did '.repeat(500_000), 'x'.repeat(2_000_000), ' '.repeat(2_000_000)])
    matches(text, /did not check/iy);
  assert.ok(performance.now() - start < 5000);
});
