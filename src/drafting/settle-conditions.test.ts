import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFacts } from '../sources/facts.ts';
import type { Condition } from '../sources/source.ts';
import { settleConditions } from './settle-conditions.ts';

const settle = (...conditions: Condition[]) =>
  settleConditions(
    conditions.map((condition) => ({
      source: 's',
      file: 'f',
      events: [],
      conditions: [condition],
      facts: noFacts(),
      ignored: [],
      masked: 0,
    })),
  );
const open = (sinceMs: number): Condition => ({
  key: 'k',
  name: 'Alarm',
  state: 'open',
  sinceMs,
  openedBy: `o${sinceMs}`,
});
const closed = (sinceMs: number): Condition => ({
  key: 'k',
  name: 'Alarm',
  state: 'closed',
  sinceMs,
  closedBy: `c${sinceMs}`,
});

test('an alarm that fires again is open, in whatever order it is told', () => {
  for (const told of [
    [open(1), closed(2), open(3)],
    [open(3), closed(2), open(1)],
    [closed(2), open(3), open(1)],
  ]) {
    assert.deepEqual(settle(...told), { open: [open(3)], closed: [] });
  }
});

test('one that ended keeps what opened it last, from another delivery', () => {
  const told = [open(1), closed(2), open(3), closed(4)];
  for (const order of [told, told.toReversed()]) {
    assert.deepEqual(settle(...order), { open: [], closed: [{ ...closed(4), openedBy: 'o3' }] });
  }
});

test('without times closed beats open, and a known end an unknown one', () => {
  const { sinceMs: _since, ...opened } = open(1);
  const { sinceMs: _also, ...ended } = closed(2);
  const { closedBy: _by, ...unknown } = ended;
  assert.deepEqual(settle(opened, unknown, ended), { open: [], closed: [{ ...ended, openedBy: 'o1' }] });
});
