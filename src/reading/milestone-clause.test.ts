import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { ownDefinitions } from './definitions.ts';
import { readGeneral } from './index.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import { summaryOf } from './shapes/summary.ts';

test('a last clause that names the incident states a milestone', () => {
  assert.equal(explicitMilestone('free entry off, incident over'), 'resolved');
  assert.equal(explicitMilestone('locks take the new key — impact begins'), 'impactStarted');
  assert.equal(explicitMilestone('locks have the key, impact not over'), undefined);
  assert.equal(explicitMilestone('list sent to the bank, done'), undefined);
});

test('a field that says how long detection took finds the start before a stated detection', () => {
  const text = `# Stale boards

- **Time to detect:** 2 hours 5 minutes

## Timeline (UTC)

- 2024-05-06 10:15 The board keeps the old file.
- 2024-05-06 12:20 Incident detected: a reader calls.
- 2024-05-06 13:00 Incident resolved.
`;
  assert.deepEqual(summaryOf(text).events, [
    '2024-05-06T10:15Z impactStarted?',
    '2024-05-06T12:20Z detected',
    '2024-05-06T13:00Z resolved',
  ]);
});

test('people who write are a detection, and what they are answered with an end', () => {
  const text = `# Double invoices

## Timeline (UTC)

- 2024-05-06 02:00 Two jobs fail on the same list
- 2024-05-06 08:10 A tenant writes to support
- 2024-05-06 08:40 All lists are back in use
`;
  assert.deepEqual(summaryOf(text).events, [
    '2024-05-06T02:00Z impactStarted?',
    '2024-05-06T08:10Z detected?',
    '2024-05-06T08:40Z mitigated?',
  ]);
});

test('a recovery measured from the detection is defined so, as a suggestion', () => {
  const text = `# Parcels

- **Time to detect:** 30 minutes
- **Time to recovery:** 20 minutes

## Timeline (UTC)

- 2024-05-06 09:00 Sorter fails
- 2024-05-06 09:30 Staff notice it
- 2024-05-06 09:50 Sorter works again
`;
  const { record } = readGeneral(parseMarkdown(text));
  assert.equal(ownDefinitions(record)['timeToRepair'], 'detected -> mitigated');
  assert.ok(record.timeline?.every(({ milestone, inferred }) => milestone === undefined || inferred));
});
