import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';

const read = (lines: string[]) => {
  const reading = readEvidence({ name: 'a.csv', text: lines.join('\n') });
  assert.equal(reading.source, 'csv');
  return reading;
};
const rows = (lines: string[]) =>
  read(lines).events.map(({ epochMs, text, notes }) => [new Date(epochMs).toISOString().slice(5, 16), text, notes]);

test('the time is when it began, not when somebody last touched or ended it', () => {
  const text = [
    'sys_updated_on,priority,short_description,opened_at',
    '2026-03-05 08:00:00,1,Down,2026-03-04 14:21:00',
  ];
  assert.deepEqual(rows(text), [['03-04T14:21', 'Down', undefined]]);
  const other = ['Last seen,What,First occurrence', '2026-03-05 08:00:00,Down,2026-03-04 14:21:00'];
  assert.deepEqual(rows(other), [['03-04T14:21', 'Down', undefined]]);
});

test('several columns of text: the first that is filled is the text, the rest are notes', () => {
  const filled = ['insertId,jsonPayload.message,logName,textPayload,timestamp'];
  filled.push(
    'a,,projects/p/logs/stderr,panic,2026-03-04T14:21:00Z',
    'b,slow,projects/p/logs/stderr,,2026-03-04T14:22:00Z',
  );
  assert.deepEqual(rows(filled), [
    ['03-04T14:21', 'panic', undefined],
    ['03-04T14:22', 'slow', undefined],
  ]);
  const issue = ['Summary,Created,Description', 'Checkout is slow,2026-03-04 14:21,Since noon'];
  assert.deepEqual(rows(issue), [['03-04T14:21', 'Checkout is slow', 'Checkout is slow\nSince noon']]);
});

test('a text that no heading names is the column with words in it', () => {
  const text = ['labels,Time,Remarkable', '{app="checkout-with-a-long-name"},2026-03-04T14:21:00Z,it broke'];
  assert.deepEqual(rows(text), [['03-04T14:21', 'it broke', undefined]]);
});

test('a bare number says what it is a number of', () => {
  assert.deepEqual(rows(['Time,errors per second', '2026-03-04T14:21:00Z,0.12']), [
    ['03-04T14:21', 'errors per second: 0.12', undefined],
  ]);
});

test('the heading of the last column may be left away', () => {
  const text = [
    'Level,Date and Time,Source',
    'Error,3/14/2026 2:21:00 PM,Service Control,The service ended unexpectedly.',
  ];
  const [event] = read([...text, 'Error,3/14/2026 2:22:00 PM,Service Control,It ended again.']).events;
  assert.deepEqual([event?.text, event?.actor], ['The service ended unexpectedly.', 'Service Control']);
});

test('columns that are not read are named', () => {
  const { ignored } = read(['time,message,trace,span', '2026-03-04T14:21:00Z,slow,1,2']);
  assert.deepEqual(ignored, [
    {
      what: 'columns "trace", "span"',
      why: 'their headings name nothing that is read; they stay in the evidence',
      where: 'a.csv#1',
      count: 2,
    },
  ]);
});

test('times as Kibana writes them, headings in Japanese', () => {
  const text = ['"@timestamp",message', '"Mar 4, 2026 @ 14:21:00.123",slow', '"Mar 4, 2026 @ 14:22:00.123",slow'];
  assert.deepEqual(
    rows(text).map(([at]) => at),
    ['03-04T14:21', '03-04T14:22'],
  );
  const [event] = read(['日時,内容,担当', '2026/03/04 14:21,停止,田中']).events;
  assert.deepEqual([event?.text, event?.actor], ['停止', '田中']);
});
