import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from './complete.ts';
import type { Desk } from './desk.ts';

const nobody: Desk = {
  self: async () => ({ name: 'nobody', may: [] }),
  call: async () => assert.fail('nothing is to be asked'),
};

test('an argument that is named like a function has no values', async () => {
  for (const name of ['constructor', 'toString', '__proto__', 'other']) {
    const params = { ref: { type: 'ref/prompt' as const, name: 'draft' }, argument: { name, value: 'x' } };
    const { completion } = await complete(nobody, { method: 'completion/complete', params });
    assert.deepEqual(completion, { values: [], total: 0, hasMore: false }, name);
  }
});
