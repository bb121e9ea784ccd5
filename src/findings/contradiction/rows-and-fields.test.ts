import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, codesOf } from '../check.fixture.ts';

const told = (source: string): string[] => accusations(codesOf({}, { source }));
const row = (length: string) => `| No | Begin | End | Length |\n|---|---|---|---|\n| 1 | 09:10 | 09:50 | ${length} |\n`;

test('a row with a start, an end and a length is held against itself', () => {
  assert.deepEqual(told(row('40 min')), []);
  assert.deepEqual(told(row('20 min')), ['contradiction.window']);
  assert.deepEqual(told(row('')), []);
  assert.deepEqual(told('| Begin | End | Length |\n|---|---|---|\n| 23:50 | 00:10 | 20 min |\n'), []);
});

test('fields of start, end and length that stand together are held against each other', () => {
  const fields = (length: string) => `Start: 2021-05-06 07:30\nEnd: 2021-05-06 10:00\nDuration: ${length}\n`;
  assert.deepEqual(told(fields('2 h 30 min')), []);
  assert.deepEqual(told(fields('3 h 30 min')), ['contradiction.window']);
  assert.deepEqual(told('**Begin:** 07:30 **End:** 10:00 **Duration:** 1 h 10 min\n'), ['contradiction.window']);
  assert.deepEqual(told('- Début : 7h30\n- Fin : 10h00\n- Durée : 1 h 30\n'), ['contradiction.window']);
  assert.deepEqual(told('Start: 2021-05-06 07:30\nEnd: 2021-05-08 10:00\nDuration: 50 h 30 min\n'), []);
});

test('a window in the 12-hour clock and the length that a sentence gives it', () => {
  assert.deepEqual(told('Doors were shut from 1:05 p.m. to 3:20 p.m. The outage lasted 45 minutes.'), [
    'contradiction.window',
  ]);
  assert.deepEqual(told('Doors were shut from 11:05 a.m. to 1:20 p.m. The outage lasted 2 hours 15 minutes.'), []);
  assert.deepEqual(told('The outage lasted 3 hours and 5 minutes, from 01:10 to 02:45 UTC.'), ['contradiction.window']);
  assert.deepEqual(told('The outage lasted 1 hour and 35 minutes, from 01:10 to 02:45 UTC.'), []);
});

test('a field that holds start and end is held against the field for its length', () => {
  const block = (window: string, length: string): string[] =>
    accusations(codesOf({}, { source: `# Gate\n\n> ${window}\n> ${length}\n> Cars turned away: 40\n` }));
  assert.deepEqual(block('Impact window: 04:10 – 06:25 UTC', 'Length of gate closure: 50 minutes'), [
    'contradiction.window',
  ]);
  assert.deepEqual(block('Outage: 04:10 – 06:25 UTC', 'Duration: 50 minutes'), ['contradiction.window']);
  assert.deepEqual(block('Outage: 04:10 – 06:25 UTC', 'Duration: 2 h 15 min'), []);
  assert.deepEqual(block('Outage: 04:10 – 06:25 UTC', 'Duration of the impact: 50 minutes'), []);
  assert.deepEqual(block('Impact window: 04:10 – 06:25 UTC', 'Duration of full outage: 50 minutes'), []);
  assert.deepEqual(block('Maintenance window: 04:10 – 06:25 UTC', 'Duration: 50 minutes'), []);
  assert.deepEqual(block('Impact: cars could not leave from 04:10 – 06:25', 'Duration: 50 minutes'), []);
});

test('a length that sums up the only window of a paragraph is held against it', () => {
  const said = (sum: string) =>
    told(`Calls were rejected between 06:10 and 07:40, first at one exchange, ${sum} All were told.\n`);
  assert.deepEqual(said('so the fault lasted 50 minutes.'), ['contradiction.window']);
  assert.deepEqual(said('i.e. 1 hour 30 minutes.'), []);
  assert.deepEqual(said('and again in May, so it lasted 50 minutes.'), []);
  assert.deepEqual(said('of which we slept 50 minutes.'), []);
});

test('the row of the total may give the first and the last time of day instead of a sum', () => {
  const table = (total: string) =>
    `| Part | From | To | Length |\n|---|---|---|---|\n| search | 08:10 | 08:30 | 20 min |\n| repair | 08:30 | 09:15 | 45 min |\n| **Total** | 08:10 | 09:15 | ${total} |\n`;
  assert.deepEqual(told(table('65 min')), []);
  assert.ok(told(table('85 min')).includes('contradiction.window'));
});
