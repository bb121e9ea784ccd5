import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../record/record.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { accusations, at, codesOf, findingsOf } from '../check.fixture.ts';
import { readImpossible, readInvalidClock } from './written.ts';

const told = (record: PostmortemRecord) => accusations(codesOf(record));
const times = (...list: string[]): TimelineEvent[] => list.map((time) => at(time, `At ${time}`));
const day = '2024-05-03T';
const clock = (...list: string[]) => times(...list.map((time) => day + time));

test('one entry in the wrong place is a small step back', () => {
  const findings = findingsOf({ timeline: clock('10:00', '10:30', '10:20', '10:40', '11:00') });
  const [finding] = findings.filter(({ code }) => code === 'order.timeline');
  assert.match(finding?.message ?? '', /10:20.*after.*10:30: 10m back/);
  assert.deepEqual(finding?.cites, ['timeline[1]', 'timeline[2]']);
});

test('newest first, equal minutes, and lists that start over are in order', () => {
  assert.deepEqual(told({ timeline: clock('12:00', '11:00', '10:30', '10:00') }), []);
  assert.deepEqual(told({ timeline: clock('10:00', '10:00', '10:10') }), []);
  assert.deepEqual(told({ timeline: clock('10:00', '10:30', '11:30', '10:05', '10:20', '11:10') }), []);
});

test('sections by phase, ranges, days and rough times say nothing about order', () => {
  const phased = clock('10:00', '10:30', '10:20', '10:40').map((event, index) => ({
    ...event,
    phase: index < 2 ? 'detection' : 'mitigation',
  }));
  assert.deepEqual(told({ timeline: phased }), []);
  const rough = clock('10:00', '10:30', '10:20', '10:40').map((event) => ({ ...event, written: `~${event.written}` }));
  assert.deepEqual(told({ timeline: rough }), []);
  const ranged = clock('10:00', '10:30', '10:20', '10:40').map((event) => ({ ...event, precision: 'range' as const }));
  assert.deepEqual(told({ timeline: ranged }), []);
});

test('a list of named moments need not be in order, but some orders cannot be', () => {
  const repaired = [at(`${day}10:00`, 'Detected', 'detected'), at(`${day}10:40`, 'Declared', 'declared')];
  const early = [...repaired, at(`${day}10:20`, 'Repaired', 'mitigated'), at(`${day}11:00`, 'Resolved', 'resolved')];
  assert.deepEqual(told({ timeline: early }), []);
  assert.deepEqual(told({ timeline: [...repaired, at(`${day}10:20`, 'Resolved', 'resolved')] }), ['order.milestones']);
  const guess = { ...at(`${day}10:20`, 'fixed', 'resolved'), inferred: true };
  assert.deepEqual(
    told({ timeline: [...repaired, guess, at(`${day}10:50`, 'End')] }).includes('order.milestones'),
    false,
  );
});

test('the year or month that only a slip explains is impossible', () => {
  const year = times('2023-01-11T14:34', '2022-01-11T14:40', '2023-01-11T14:51');
  const [finding] = findingsOf({ timeline: year }).filter(({ code }) => code === 'impossible.date');
  assert.match(finding?.message ?? '', /2022-01-11 14:40.*2023-01-11.*year/);
  assert.deepEqual(told({ timeline: times('2023-02-11T14:34', '2023-01-11T14:40', '2023-02-11T14:51') }), [
    'impossible.date',
  ]);
  assert.deepEqual(told({ timeline: times('2020-12-31T23:50', '2020-12-31T23:55', '2020-01-01T00:10') }), [
    'impossible.date',
  ]);
});

test('long stories are no slips', () => {
  assert.deepEqual(told({ timeline: times('2021-03-01T10:00', '2022-01-11T14:40', '2023-05-11T14:51') }), []);
  assert.deepEqual(told({ timeline: times('2023-01-11T14:34', '2023-02-20T09:00', '2023-02-20T10:00') }), []);
});

test('ends before starts', () => {
  const moment = (time: string) => ({ at: time, written: time, precision: 'instant' as const });
  const incident = (start: string, end: string) => ({ incident: { start: moment(start), end: moment(end) } });
  assert.deepEqual(told(incident('2021-09-23T10:01Z', '2021-09-20T13:00Z')), ['order.window']);
  assert.deepEqual(told(incident('2021-09-23T10:01Z', '2021-09-23T10:01Z')), []);
  const range = { ...at(`${day}10:00`, 'Down'), precision: 'range' as const, until: `${day}09:30` };
  assert.deepEqual(told({ timeline: [range] }), ['order.window']);
});

test('a window over midnight or noon is no slip, unless its end has a date of its own', () => {
  const window = (end: string, written: string) => ({
    incident: {
      start: { at: '2024-12-30T23:40Z', written: '2024-12-30 23:40', precision: 'instant' as const },
      end: { at: end, written, precision: 'instant' as const },
    },
  });
  assert.deepEqual(told(window('2024-12-30T00:25Z', '00:25')), []);
  assert.deepEqual(told(window('2024-12-30T00:25Z', '2024-12-30 00:25')), ['order.window']);
  const range = {
    ...at(`${day}23:50`, 'Down'),
    precision: 'range' as const,
    until: `${day}00:10`,
    written: '23:50 - 00:10',
  };
  assert.deepEqual(told({ timeline: [range] }), []);
});

test('days and hours that do not exist', () => {
  for (const written of [
    '20202-01-16 12:00',
    '2021-02-31',
    '2023-02-29 10:00',
    '2021-13-01',
    '2021-01-01 25:00',
    '10:75',
  ])
    assert.ok(readImpossible(written), written);
  for (const written of ['2024-02-29 24:00', '2021-12-31 23:59:59', '12345-678', '10:30', '2021-01-01T10:00:00+05:30'])
    assert.equal(readImpossible(written), undefined, written);
});

test('AM and PM beside the 24-hour clock', () => {
  assert.equal(readInvalidClock('23:00 AM')?.harmless, false);
  assert.equal(readInvalidClock('13:41 PM')?.harmless, true);
  assert.equal(readInvalidClock('12:41 PM'), undefined);
  const bare = (written: string): TimelineEvent => ({ written, precision: 'unknown', text: 'x' });
  assert.deepEqual(told({ timeline: [bare('13:41 PM')] }), []);
  assert.deepEqual(codesOf({ timeline: [bare('13:41 PM')] }).includes('clock.mixed'), true);
  assert.deepEqual(told({ timeline: [bare('23:00 AM')] }), ['invalid.time']);
});

test('half a range in PM amid a 24-hour timeline', () => {
  const written = 'Between 02:00 and 02.30 PM';
  const mixed = [{ written, precision: 'unknown' as const, text: 'x' }, ...clock('06:10', '07:45', '08:45')];
  assert.deepEqual(told({ timeline: mixed }), ['invalid.time']);
  const american = mixed.map((event) => ({ ...event, written: `${event.written?.slice(-5)} PM` }));
  assert.deepEqual(told({ timeline: [{ written, precision: 'unknown', text: 'x' }, ...american.slice(1)] }), []);
});

test('a time left open is no contradiction', () => {
  for (const written of ['2019-12-03 --:--', '2022-02-?? ??:??', '2023-01-04 (Time TBC)', 'HH:MM', 'TBD']) {
    const codes = codesOf({ timeline: [{ written, precision: 'unknown', text: 'x' }] });
    assert.ok(codes.includes('missing.time'), written);
    assert.deepEqual(accusations(codes), [], written);
  }
});

test('a detection before the start that stands beside it is out of order, one in the timeline is not', () => {
  const start = { at: '2021-06-12T03:40', written: '2021-06-12 03:40', precision: 'instant' as const, zone: 'UTC' };
  const detected = { ...at('2021-06-12T03:25', 'Fault detected', 'detected'), line: 4 };
  const source = (between: string) =>
    `# T\n\nFault began: 2021-06-12 03:40\n${between}Fault detected: 2021-06-12 03:25\n`;
  const record = (line: number) => ({ incident: { start }, timeline: [{ ...detected, line }] });
  assert.deepEqual(accusations(codesOf(record(4), { source: source('') })), ['order.window']);
  assert.deepEqual(accusations(codesOf(record(14), { source: source('\n'.repeat(10)) })), []);
});

test('sentences tell in any order, entries of a list do not', () => {
  const times = ['06:50', '06:55', '07:02', '07:00', '07:30'];
  const told = (line: (time: string) => string) =>
    accusations(
      codesOf(
        { timeline: times.map((time, index) => ({ ...at(`2021-06-03T${time}`, 'x'), line: index + 1 })) },
        { source: times.map(line).join('\n') },
      ),
    );
  assert.deepEqual(
    told((time) => `finished at ${time} UTC.`),
    [],
  );
  assert.deepEqual(
    told((time) => `- finished at ${time} UTC.`),
    ['order.timeline'],
  );
  assert.deepEqual(
    told((time) => `Jun 3, ${time} UTC finished.`),
    ['order.timeline'],
  );
});

test('paragraphs that open with marked words tell in any order', () => {
  const lines = [
    '**How we knew:** a call at 09:31',
    'The queue had stopped at 09:12',
    '**Fix:** a restart at 10:22',
    'Then 10:40',
  ];
  const timeline = clock('09:31', '09:12', '10:22', '10:40').map((event, index) => ({ ...event, line: index + 1 }));
  assert.deepEqual(accusations(codesOf({ timeline }, { source: lines.join('\n') })), []);
});
