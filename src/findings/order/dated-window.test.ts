import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, codesOf } from '../check.fixture.ts';

const told = (source: string): string[] => accusations(codesOf({}, { source }));

test('a window with a date on both sides that ends before it starts is a slip', () => {
  assert.deepEqual(told('Doors stood open from 2023-05-08 06:40 to 2023-04-08 13:25 UTC.'), ['order.window']);
  assert.deepEqual(told('Doors stood open from 8 May 2023 06:40 UTC until 8 April 2023 13:25.'), ['order.window']);
  assert.deepEqual(told('Doors stood open from May 8, 2023 06:40 to April 8, 2023 13:25.'), ['order.window']);
});

test('a window that runs forward is none, nor are two times in one sentence', () => {
  assert.deepEqual(told('Doors stood open from 2023-05-08 06:40 to 2023-05-09 01:25 UTC.'), []);
  assert.deepEqual(told('Closed on 2023-05-08 06:40, reviewed 2023-04-08 13:25.'), []);
  assert.deepEqual(told('```\n2023-05-08 06:40 - 2023-04-08 13:25\n```\n'), []);
});
