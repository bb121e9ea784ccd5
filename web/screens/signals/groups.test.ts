import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '../../../src/operations/signal/list.ts';
import { groupsOf } from './groups.ts';
import { between } from './use-selection.ts';

const signal = (id: string, service: string | null, alert: string | null): Signal => ({
  id,
  at: '2026-03-04T14:23:10Z',
  text: id,
  source: 'alertmanager',
  service,
  severity: null,
  condition: alert === null ? null : { name: alert, state: 'open' },
  count: 1,
  lastAt: '2026-03-04T14:23:10Z',
  delivery: '1',
  pointer: '',
  decision: null,
});

test('signals of one alert of one service stand together, where the newest of them stands', () => {
  const items = [
    signal('a', 'shop', 'Slow'),
    signal('b', null, null),
    signal('c', 'shop', 'Down'),
    signal('d', 'shop', 'Slow'),
    signal('e', 'mail', 'Slow'),
    signal('f', 'shop', null),
  ];
  assert.deepEqual(
    groupsOf(items).map((group) => group.items.map(({ id }) => id).join('')),
    ['ad', 'b', 'c', 'e', 'f'],
  );
});

test('a range goes both ways, and is the one where its beginning is gone', () => {
  const order = ['a', 'b', 'c', 'd'];
  assert.deepEqual(between(order, 'd', 'b'), ['b', 'c', 'd']);
  assert.deepEqual(between(order, 'b', 'c'), ['b', 'c']);
  assert.deepEqual(between(order, 'x', 'c'), ['c']);
});
