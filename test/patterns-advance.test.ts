import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cues } from '../src/reading/claims-cues.ts';

test('every cue that is walked by exec is global and matches no empty text, so that the walk ends', () => {
  for (const { figure, pattern } of cues) {
    assert.ok(pattern.global, `${figure}: ${pattern.source.slice(0, 80)}`);
    for (const text of ['', ' ', 'x']) assert.notEqual(new RegExp(pattern.source, pattern.flags).exec(text)?.[0], '');
  }
});
