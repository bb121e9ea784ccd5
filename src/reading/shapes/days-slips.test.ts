import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './summary.ts';

const timesOf = (source: string): string[] => summaryOf(source).events.map((event) => event.split(' ')[0] ?? '');

test('a date that does not exist, told by the way, takes no day from what follows', () => {
  const source =
    '# Ferry tickets\n\nDate: 5 March 2025\n\n## What happened\n\nAt 06:10 the job counted three days back and landed on a date nobody has seen, namely February 30, 2025. At 06:40 the gates closed. At 07:15 they opened again.\n';
  assert.deepEqual(timesOf(source), ['2025-03-05T06:10', '2025-03-05T06:40', '2025-03-05T07:15']);
});

test('the date of a report is when it was written: what its prose tells happened before', () => {
  const source =
    '# Ferry tickets\n\nReport date: 12 March 2025\n\n## Summary\n\nOn the night of 9 March 2025 no ticket could be sold.\n\n## Timeline\n\n- 21:10 gates close\n- 22:05 gates open\n';
  assert.deepEqual(timesOf(source), ['2025-03-09T21:10', '2025-03-09T22:05']);
});

test('the same day is the one that the sentence named before', () => {
  const source =
    '# Ferry tickets\n\nThe gates froze on 12 March 2025. The change was merged on Monday 10 March and went live the same day at 16:30. At 07:40 the gates froze, and at 08:20 they ran.\n';
  assert.deepEqual(timesOf(source), ['2025-03-10T16:30', '2025-03-12T07:40', '2025-03-12T08:20']);
});

test('twelve o’clock behind a late hour is past midnight, also where noon is written', () => {
  const source =
    '# Ferry tickets\n\nOn 9 March 2025 at 10:40 PM the gates froze. The first one opened at 11:48 PM. The last one followed at 12:31 PM.\n';
  assert.deepEqual(timesOf(source), ['2025-03-09T22:40', '2025-03-09T23:48', '2025-03-10T12:31']);
  const slip =
    '# Ferry tickets\n\nOn 9 March 2025 at 11:40 PM the gates froze. Half of them opened at 3:10 PM. The last one followed at 12:05 AM.\n';
  assert.equal(timesOf(slip)[1], '2025-03-09T15:10');
});

test('the one day that headings name is that of a document without another', () => {
  const source =
    '# Ferry tickets, availability in spring 2025\n\n## Incident 7, 17 March\n\n### Timeline\n\n10:15 gates close\n11:02 gates open\n\n## Changes\n\n| Change | Date |\n|---|---|\n| New gates | 8 April |\n';
  assert.deepEqual(timesOf(source).slice(0, 2), ['2025-03-17T10:15', '2025-03-17T11:02']);
});

test('a heading that opens with a weekday sets the day of the list below, named with its date elsewhere', () => {
  const source =
    '# Ferry tickets\n\n| Day | From | To | Tickets |\n|---|---|---|---|\n| Mon 3 March 2025 | 06:15 | 07:00 | 12 |\n| Wed 5 March 2025 | 06:10 | 07:40 | 28 |\n\n## Wednesday in detail\n\n- 06:20 gate keeper rings\n- 07:05 vendor on site\n';
  assert.deepEqual(timesOf(source).slice(-2), ['2025-03-05T06:20', '2025-03-05T07:05']);
});

test('a list that begins at the minute of one of several outages is of its day', () => {
  const source =
    '# Ferry tickets\n\n| Incident | Start | End | Downtime |\n|---|---|---|---|\n| F-1 | 2025-03-04 08:00 | 2025-03-04 08:42 | 42 min |\n| F-2 | 2025-03-15 17:10 | 2025-03-15 17:41 | 31 min |\n\n## F-2\n\n- 17:10 gates close\n- 17:12 alert\n- 17:41 gates open\n';
  assert.deepEqual(timesOf(source).slice(-3), ['2025-03-15T17:10', '2025-03-15T17:12', '2025-03-15T17:41']);
});
