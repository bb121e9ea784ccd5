import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { accusations, at, codesOf, findingsOf } from './check.fixture.ts';

const stated = (figure: string, text: string, value: number) => ({
  figure,
  text,
  value,
  unit: 'seconds',
  origin: 'table' as const,
});

/** The example rows of an enterprise template: made up by its author, and not consistent. */
const example: PostmortemRecord = {
  incident: { date: '2025-12-19' },
  timeline: [
    at('2025-12-19T14:23', 'First alert triggered', 'detected'),
    at('2025-12-19T14:25', 'On-call engineer paged'),
    at('2025-12-19T14:27', 'Incident confirmed'),
    at('2025-12-19T14:30', 'Incident declared', 'declared'),
    at('2025-12-19T14:35', 'Root cause identified', 'rootCauseIdentified'),
    at('2025-12-19T14:45', 'Mitigation started', 'mitigationStarted'),
    at('2025-12-19T15:30', 'Full restoration', 'mitigated'),
    at('2025-12-19T16:00', 'Incident resolved', 'resolved'),
  ],
  claims: [
    stated('timeToDetect', '2 min', 120),
    stated('timeToAcknowledge', '2 min', 120),
    stated('timeToTriage', '12 min', 720),
    stated('timeToMitigate', '2h 15m', 8100),
    stated('timeToResolve', '3h 45m', 13_500),
  ],
  targets: [
    { figure: 'Time to Mitigate', target: '< 1 hour', met: '❌' },
    { figure: 'Time to Resolve', target: '< 4 hours', met: '✅' },
  ],
  actions: [
    { id: 'AI-010', text: 'Recommend indexes', owner: '@db', due: '2026-03-15', priority: 'MEDIUM' },
    { id: 'AI-011', text: 'Enhance staging', owner: '@devops', due: '2026-03-20', priority: 'MEDIUM' },
  ],
};

test('the example contradicts itself in exactly two durations, and detection without onset stays unjudged', () => {
  assert.deepEqual(accusations(codesOf(example)), ['contradiction.time-to-mitigate', 'contradiction.time-to-resolve']);
});

test('both values stand in the message', () => {
  const [mitigate, resolve] = findingsOf(example);
  assert.match(mitigate?.message ?? '', /"2h 15m".*1h 7m/);
  assert.match(resolve?.message ?? '', /"3h 45m".*1h 37m/);
});

test('one action is due after its 90 days', () => {
  const policy = { ...defaultPolicy, horizons: [{ name: 'Medium', within: '90d' }] };
  const late = findingsOf(example, { policy }).filter(({ code }) => code === 'action.due-outside-horizon');
  assert.deepEqual(
    late.map(({ path }) => path),
    ['actions[1].due'],
  );
});
