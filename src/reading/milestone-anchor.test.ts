import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const marks = (source: string) =>
  (readGeneral(parseMarkdown(source)).record.timeline ?? []).flatMap(({ milestone, at, text }) =>
    milestone === undefined ? [] : [`${milestone} ${at?.slice(11, 16) ?? text}`],
  );

test('T+0 is where the impact begins, and what fails again is no end', () => {
  const source = `# Jobs wait

## Log

T = 10:00 UTC on 2024-01-15

- **T-20m** new scheduler shipped
- **T+0** first job waits too long
- **T+6m** \`SchedulerQueueTooLong\` fires
- **T+30m** scheduler restarted, crashes again
- **T+70m** both queues are up
`;
  assert.deepEqual(marks(source), ['impactStarted 10:00', 'detected 10:06', 'mitigated 11:10']);
});

test('who says it tells that it is an alert', () => {
  const source = `# Search, 15 January 2024

## Timeline

| Time | Who | What |
|---|---|---|
| 10:00 | deploys | index 12 to production |
| 10:20 | alertbot | EmptyResults 0.2 > 0.1 |
| 10:50 | kim | search is back to normal |
`;
  assert.ok(marks(source).includes('detected 10:20'), String(marks(source)));
});

test('a section with its own end of the impact, and a meeting beside it', () => {
  const source = `# Thumbnails

- **Meeting scheduled for:** Wed 2024-01-17 15:00

## Timeline

| Time | Event |
|---|---|
| 2024-01-15 10:00 | Previews stop. Start of impact |
| 2024-01-15 10:30 | Job moved, workers stay up |
| 2024-01-15 10:50 | Previews are current. End of impact, SEV-2 over |
`;
  assert.deepEqual(marks(source), ['impactStarted 10:00', 'mitigated 10:50']);
});
