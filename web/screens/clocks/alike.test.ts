import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { alikeOf } from './alike.ts';

const clock = (name: string, rule: object, state = 'asked') =>
  ({ clock: name, rule: { regime: 'DORA', when: 'It is major.', ...rule }, state }) as ShownClock;

test('a yes answers those that ask the same, a no also those that ask further; what is answered or asks otherwise stays', () => {
  const one = clock('initial', {});
  const all = [
    one,
    clock('final', {}),
    clock('special', { only: 'Something else.' }),
    clock('settled', {}, 'done'),
    clock('other', { regime: 'NIS2' }),
    clock('unlike', { when: 'It is significant.' }),
  ];
  const names = (yes: boolean) => alikeOf(one, all, yes).map(({ clock: name }) => name);
  assert.deepEqual([names(true), names(false)], [['final'], ['final', 'special']]);
  assert.deepEqual(alikeOf(clock('special', { only: 'Something else.' }), all, false), []);
});
