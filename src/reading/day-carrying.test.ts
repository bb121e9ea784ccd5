import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const times = (source: string, fileName = '') =>
  (readGeneral(parseMarkdown(source), { fileName }).record.timeline ?? []).map(({ at }) => at);

test('sections under a heading that is a day are of that day', () => {
  const source = `# Uploads slow

### 2023-05-30

#### 23:10 UTC — Investigating
Uploads take minutes.

### 2023-05-31

#### 00:40 UTC — Monitoring
Uploads are fast again.

#### 01:30 UTC — Resolved
All uploads are through.
`;
  assert.deepEqual(times(source), ['2023-05-30T23:10Z', '2023-05-31T00:40Z', '2023-05-31T01:30Z']);
  const { record } = readGeneral(parseMarkdown(source));
  assert.equal(record.timeline?.at(-1)?.milestone, 'resolved');
});

test('a date with its weekday is of the year in which it is that day', () => {
  const source = `# Print queue stuck, 12 March 2024

The same printer stood still once, on 2022-11-08.

The driver came with the update of Monday, 11 March, at 17:00. At 08:10 the queue stopped, at 09:25 it ran again.
`;
  assert.deepEqual(times(source).slice(0, 1), ['2024-03-11T17:00']);
});

test('what had been before, habits and deadlines set no day', () => {
  const source = `# Booking site down, 14 June 2023

At 09:05 the site went down. On 2 June the hoster had announced a new limit. At 09:40 the limit was raised.

The index is built every Sunday at 03:00, and on Fridays at 18:00. The deadline was moved to 16 June 2023, 12:00.
`;
  assert.deepEqual(times(source), ['2023-06-14T09:05', '2023-06-14T09:40']);
});

test('a row of another day says so behind its words, and only that row', () => {
  const source = `# Till offline, 3 October 2023

## Timeline

| What | Time |
|---|---|
| Till stops | 10:00 |
| Till works | 10:45 |
| Talk with the maker (Thu 5 Oct) | 15:00 |
`;
  assert.deepEqual(times(source), ['2023-10-03T10:00', '2023-10-03T10:45', '2023-10-05T15:00']);
});

test('a weekday and its number are of the last such day before a text was written', () => {
  const source = `From: Ada
To: all
Date: Mon, 3 Apr 2023 10:00:00 +0000
Subject: mirror

The mirror was empty on Wednesday the 29th.

14:10  the mirror is emptied
14:50  it is full again
15:20  all is checked
`;
  assert.ok(times(source).includes('2023-03-29T14:10'), String(times(source)));
});

test('the day of a meeting is not that of the incident', () => {
  const source = `# Review: login

Prepared for the board meeting of 8th May 2024, 10:00

On Thursday 18th April 2024 nobody could log in.

**09:00** Logins fail.

**09:30** Logins work.
`;
  assert.deepEqual(times(source), ['2024-04-18T09:00', '2024-04-18T09:30']);
});

test('a day with its weekday is of the first year in which it fits, where only an earlier year is told', () => {
  const source = `# The evening nobody could play

On Friday (7 February) the login stood still. I wrote that script in 2021.

At 6:40pm every connection waited. At 8:55pm everybody could play.
`;
  assert.deepEqual(times(source).slice(0, 2), ['2025-02-07T18:40', '2025-02-07T20:55']);
});

test('a window goes on behind a comma, and a semicolon parts what two times tell', () => {
  const source = `# Names not found, 10 December 2024

From 10 December 2024, 20:00 UTC, to 11 December 2024, 02:30 UTC names could not be found.

The alias was moved at 02:20 UTC and errors began to fall; by 02:30 UTC every name was found.
`;
  const { record } = readGeneral(parseMarkdown(source));
  const events = (record.timeline ?? []).map(({ at, text }) => `${at} ${text}`);
  assert.ok(
    events.some((event) => event.startsWith('2024-12-10T20:00Z')),
    String(events),
  );
  assert.ok(
    events.some((event) => /^2024-12-11T02:20Z .*errors began to fall$/.test(event)),
    String(events),
  );
});

test('the zone in the heading of a column of windows is that of its times', () => {
  const source = `# Links down, 3 June 2024

| # | From (UTC) | To (UTC) | Minutes |
|---|---|---|---|
| 1 | 2024-06-03 18:10 | 2024-06-03 18:30 | 20 |
| 2 | 2024-06-04 05:40 | 2024-06-04 06:10 | 30 |

We meet the carrier on 2024-06-19, 14:00 CEST.
`;
  assert.deepEqual(times(source).slice(0, 2), ['2024-06-03T18:10Z', '2024-06-03T18:30Z']);
});
