import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accusations, at, codesOf } from '../check.fixture.ts';

const told = (lines: readonly string[], mark = '|'): string[] => {
  const timeline = lines.map((line, index) => ({
    ...at(`2024-09-02T${line.slice(0, 5)}`, line.slice(6)),
    line: index + 4,
  }));
  const source = [
    '# T',
    '',
    '|---|---|',
    ...lines.map((line) => `${mark} ${line.replace(' ', ` ${mark} `)} ${mark}`),
  ].join('\n');
  return accusations(codesOf({ timeline }, { source }));
};

const rows = [
  '13:20 Boilers fail and heating stops',
  '11:25 Alarm at the control room',
  '11:31 Caretaker sent',
  '13:50 Valve opened',
  '14:10 Heating works',
];

test('a notice in the row under the start of the failure, and hours before it, is out of order', () => {
  assert.deepEqual(told(rows), ['order.timeline']);
  assert.deepEqual(told(['11:20 Boilers fail and heating stops', ...rows.slice(1)]), []);
});

test('a first row that tells of no failure, or lines that are no table, may stand anywhere', () => {
  assert.deepEqual(told(['13:20 Handed to the day team', ...rows.slice(1)]), []);
  assert.deepEqual(told(rows, '-'), []);
});

test('with several rows before the first one it is another list', () => {
  assert.deepEqual(
    told([...rows.slice(0, 3), '11:40 Pump looked at', '11:55 Called the firm', '13:50 Heating works']),
    [],
  );
});
