import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { readGeneral } from '../index.ts';

const timesOf = (source: string): string[] =>
  (readGeneral(parseMarkdown(source)).record.timeline ?? []).map(({ at, until, written }) =>
    at === undefined ? `? ${written}` : until === undefined ? at : `${at}/${until}`,
  );

const shapes: [name: string, source: string, times: string[]][] = [
  [
    'a log in a quote',
    '# Outage of 2021-05-03\n\nNotes of the shift:\n\n> 09:20 pump stops\n> 09:26 alarm\n>\n> 09:40 pump runs\n',
    ['2021-05-03T09:20', '2021-05-03T09:26', '2021-05-03T09:40'],
  ],
  [
    'a list in a callout, which names the day',
    '# Pump\n\n## Log\n\n> [!note] Monday 3 May 2021\n> - 09:20 pump stops\n> - 09:40 pump runs\n',
    ['2021-05-03T09:20', '2021-05-03T09:40'],
  ],
  [
    'a list for each actor, over the same day',
    '# Outage of 2021-05-03\n\n## Timeline\n\n- **Proxy**\n  - 08:00 fails\n  - 15:00 healthy\n- **People**\n  - 08:10 paged\n  - 15:05 go home\n',
    ['2021-05-03T08:00', '2021-05-03T15:00', '2021-05-03T08:10', '2021-05-03T15:05'],
  ],
  [
    'a list for each phase, over midnight',
    '# Outage of 2021-05-03\n\n## Timeline\n\n- Detection\n  - 23:10 fails\n  - 23:50 paged\n- Repair\n  - 00:20 restored\n',
    ['2021-05-03T23:10', '2021-05-03T23:50', '2021-05-04T00:20'],
  ],
  [
    'headings of days outside a timeline section',
    '# Read errors in May 2021\n\n## What happened\n\n### Monday, May 3rd\n\n- 22:00 slow\n\n### Tuesday, May 4th\n\n- 08:00 well\n',
    ['2021-05-03T22:00', '2021-05-04T08:00'],
  ],
  [
    'a day named before the list',
    '# Site slow\n\nCity office, 5 May 2021\n\n## Timings\n\nAll in the evening of 3 May 2021.\n\n- 18:00–18:20: quiet\n- 18:20–19:00: busy\n',
    ['2021-05-03T18:00/2021-05-03T18:20', '2021-05-03T18:20/2021-05-03T19:00'],
  ],
  [
    'two days in one, in the byline',
    '# Night shift\n\nFrom the channel, 3 to 4 May 2021.\n\n## Transcript\n\n[23:10] Ann: scanner dead\n[00:20] Bo: scanner back\n',
    ['2021-05-03T23:10', '2021-05-04T00:20'],
  ],
  [
    'the day told in prose goes before that of the byline and of mails',
    '# Thread\n\n**From:** Ann\n**Date:** Tue, 4 May 2021 10:00 +0200\n**Subject:** wrap-up\n\nOn Monday, 3 May 2021 nothing worked:\n\n> 09:20 dead\n> 09:30 found\n> 09:50 back\n',
    ['2021-05-03T09:20', '2021-05-03T09:30', '2021-05-03T09:50'],
  ],
  [
    'times with a dot in a column for them',
    '# Note\n\n**Date:** 3 May 2021\n\n## Timeline\n\n| Clock | Event |\n|---|---|\n| 16.02 | frozen |\n| 16.47 | working |\n',
    ['2021-05-03T16:02', '2021-05-03T16:47'],
  ],
  [
    'times counted from a stated moment',
    '# Outage of 2021-05-03\n\nT0 = 23:50 UTC.\n\n## Marks\n\n- T+00:00 errors\n- T+12m page\n- T+1h05 fixed\n',
    ['2021-05-03T23:50Z', '2021-05-04T00:02Z', '2021-05-04T00:55Z'],
  ],
  [
    'times counted from nothing stay as written',
    '# Outage of 2021-05-03\n\n## Marks\n\n- T+00:00 errors\n- T+00:12 page\n',
    ['? T+00:00', '? T+00:12'],
  ],
  [
    'a chat kept as code',
    '# Outage of 2021-05-03\n\n## Channel\n\n```\n[14:03] <ann> db down\n[14:05] <bo> on it\n[14:30] <bo> back\n```\n',
    ['2021-05-03T14:03', '2021-05-03T14:05', '2021-05-03T14:30'],
  ],
  [
    'hours of service and other incidents in prose are no events',
    '# Outage of 2021-05-03\n\nAt 14:05 UTC the API failed. At 14:30 UTC it recovered. A similar incident began on 1 February 2021 at 09:00. Support is open from 08:00 to 18:00.\n',
    ['2021-05-03T14:05Z', '2021-05-03T14:30Z'],
  ],
];

for (const [name, source, times] of shapes)
  test(`timelines set apart are read: ${name}`, () => assert.deepEqual(timesOf(source), times));

test('a table of HTML and a definition list are read as tables', () => {
  const table =
    '<table>\n<tr><th>Time (UTC)</th><th>Event</th></tr>\n<tr><td>14:02<td>Errors <b>start</b>\n<tr><td>14:20</td><td>Fixed</td></tr>\n</table>';
  const list = '<dl>\n<dt>14:02 UTC</dt><dd>Errors start</dd>\n<dt>14:20 UTC</dt><dd>Fixed</dd>\n</dl>';
  for (const html of [table, list])
    assert.deepEqual(timesOf(`# Outage of 2021-05-03\n\n## Timeline\n\n${html}\n`), [
      '2021-05-03T14:02Z',
      '2021-05-03T14:20Z',
    ]);
});

test('front matter with a start of its own does not begin at its date', () => {
  const { record } = readGeneral(
    parseMarkdown(
      '---\ndate: 2021-05-03 16:00\nstarted_at: 2021-05-03T11:20Z\nresolved_at: 2021-05-03T12:00Z\n---\n\nDown.\n',
    ),
  );
  assert.equal(record.incident?.start?.at, '2021-05-03T11:20Z');
});
