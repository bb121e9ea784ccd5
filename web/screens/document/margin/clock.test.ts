import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../../../src/record/policy.ts';
import { readClocks } from './clock.ts';

const policy = { ...defaultPolicy, deadlines: { written: '48h' } };
const resolved = { written: '16:00', at: '2026-10-14T16:00Z', precision: 'instant', milestone: 'resolved' } as const;
const at = (text: string) => Date.parse(text);

test('a deadline counts from the resolution', () => {
  const [clock] = readClocks({ timeline: [resolved] }, policy, at('2026-10-15T00:00Z'));
  assert.equal(clock?.dueMs, at('2026-10-16T16:00Z'));
  assert.equal(clock.state, 'running');
});

test('what was done after its deadline is done late, what was not done is late', () => {
  const record = (completedOn?: string) => ({
    timeline: [resolved],
    ...(completedOn === undefined ? {} : { document: { completedOn } }),
  });
  const state = (completedOn?: string) => readClocks(record(completedOn), policy, at('2026-11-01T00:00Z'))[0]?.state;
  assert.deepEqual([state('2026-10-16'), state('2026-10-20'), state()], ['done', 'doneLate', 'late']);
});

test('without a resolution no deadline is known', () => {
  assert.deepEqual(readClocks({}, policy, 0), [{ name: 'written', limit: '48h', dueMs: undefined, state: 'running' }]);
});
