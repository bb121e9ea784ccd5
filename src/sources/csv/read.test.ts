import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readEvidence, SourceError } from '../index.ts';
import { delimiterOf, rowsOf } from './table.ts';

const read = (text: string) => {
  const reading = readEvidence({ name: 'a.csv', text });
  assert.equal(reading.source, 'csv');
  return reading;
};
const rows = (text: string) =>
  read(text).events.map(({ epochMs, actor, text: words }) => [
    new Date(epochMs).toISOString().slice(0, 16),
    actor,
    words,
  ]);
const refusal = (text: string) => {
  try {
    readEvidence({ name: 'a.csv', text });
  } catch (error) {
    assert.ok(error instanceof SourceError);
    return error.code;
  }
  return assert.fail('it was read');
};

test('reads the sample: zone of the heading, quotes, line breaks, stated milestones', () => {
  const { events, facts, ignored } = read(readFileSync(new URL('sample.csv', import.meta.url), 'utf8'));
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, milestone, inferredFrom, assumed, evidence }) => [
      new Date(epochMs).toISOString().slice(11, 16),
      milestone,
      inferredFrom,
      assumed,
      evidence,
    ]),
    [
      ['14:05', undefined, undefined, undefined, 'a.csv#2'],
      ['14:21', 'detected', undefined, undefined, 'a.csv#3'],
      ['14:23', 'acknowledged', undefined, undefined, 'a.csv#5'],
      ['14:31', 'mitigationStarted', undefined, undefined, 'a.csv#6'],
      ['14:38', 'mitigated', undefined, undefined, 'a.csv#7'],
    ],
  );
  assert.equal(events[1]?.text, 'Gateway answers with "502" for one request in five');
  assert.deepEqual([...new Set(facts.services.map(({ value }) => value))], ['checkout', 'gateway']);
});

test('finds columns by their names in several languages, and a day beside a time of day', () => {
  const expected = [['2026-03-04T14:21', 'Jana', 'Alarm']];
  for (const text of [
    'Datum;Uhrzeit;Was;Wer\n04.03.2026;14:21;Alarm;Jana',
    'qui,horodatage,événement\nJana,2026-03-04 14:21,Alarm',
    'Fecha y hora\tQuién\tDescripción\n2026-03-04 14:21\tJana\tAlarm',
    'data|ora|autore|descrizione\n2026-03-04|14:21|Jana|Alarm',
    '\uFEFFsep=;\r\n"createdAt";"user_name";"short_description"\r\n"2026-03-04T14:21:00Z";"Jana";"Alarm"\r\n',
    '@timestamp,source,message\n2026-03-04T14:21:00.000Z,Jana,Alarm',
    'ts,who,msg\n1772634060,Jana,Alarm',
    'time,zone,who,what\n2026-03-04 15:21,Europe/Berlin,Jana,Alarm',
  ])
    assert.deepEqual(rows(`${text}\n`), expected, text);
});

test('reads a table without headings by what stands in it', () => {
  assert.deepEqual(rows('2026-03-04T14:21:00Z,the alert fired,7\n2026-03-04T14:22:00Z,somebody took it,8'), [
    ['2026-03-04T14:21', undefined, 'the alert fired'],
    ['2026-03-04T14:22', undefined, 'somebody took it'],
  ]);
});

test('equal log lines are one storm, and rows with one id at one time one event', () => {
  const text = 'time,level,message,id\n2026-03-04T14:21:00Z,ERROR,boom 1,a\n2026-03-04T14:22:00Z,ERROR,boom 2,b\n';
  const { events } = read(`${text}2026-03-04T14:22:00Z,ERROR,boom two,b\n`);
  assert.equal(events[0]?.fold, events[1]?.fold);
  assert.equal(events[1]?.key, events[2]?.key);
  assert.notEqual(events[0]?.key, events[1]?.key);
});

test('days that can be read two ways are told by other rows, or not read', () => {
  const text = 'date,time,event\n03/04/2026,14:21,a\n';
  assert.equal(rows(`${text}03/24/2026,14:21,b\n`)[0]?.[0], '2026-03-04T14:21');
  assert.equal(rows(`${text}24/03/2026,14:21,b\n`)[0]?.[0], '2026-04-03T14:21');
  assert.equal(refusal(text), 'csv.no-rows');
});

test('says which rows and milestones it cannot read', () => {
  const { events, ignored } = read(
    'time,what,milestone\n2026-03-04T14:21:00Z,a,celebrated\nsoon,b,\n2026-03-04T14:23:00Z,c,\n2026-03-04T14:23:00Z,,\n',
  );
  assert.deepEqual([events.length, events[0]?.milestone], [2, undefined]);
  assert.deepEqual(
    ignored.map(({ what, where }) => [what, where]),
    [
      ['milestone "celebrated"', 'a.csv#2'],
      ['a row', 'a.csv#3'],
      ['a line with a time', 'a.csv#5'],
    ],
  );
});

test('a table without times is no evidence', () => {
  for (const text of ['a,b\n1,2\n3,4', 'name,amount\nx,10\ny,20', 'time,what\n45720.598,x\n45721.1,y'])
    assert.equal(refusal(text), 'source.unknown');
});

test('splits rows as RFC 4180 says, and forgives what it forbids', () => {
  assert.deepEqual(
    [...rowsOf('a,"b ""c""\nd"\r\n\r\n"e"x,f\n"g', ',')].map(({ line, cells }) => [line, ...cells]),
    [
      [1, 'a', 'b "c"\nd'],
      [4, 'ex', 'f'],
      [5, 'g'],
    ],
  );
  assert.equal(delimiterOf('a;b,c;d\n1;2,3;4\n5;6,7;8'), ';');
});

test('a path or an address is no actor', () => {
  const table = (source: string) => `_time,source,_raw,logger\n2026-03-04T14:21:00Z,${source},boom,x\n`;
  for (const source of [
    '/var/log/app.log',
    'C:\\logs\\a.log',
    'udp:514',
    '203.0.113.9:514',
    '2001:db8::1',
    'https://a.example/b',
  ])
    assert.deepEqual(rows(table(source)), [['2026-03-04T14:21', 'x', 'boom']], source);
  for (const source of ['Jana', 'jana@a.example', 'a/b', 'Team: db'])
    assert.deepEqual(rows(table(source)), [['2026-03-04T14:21', source, 'boom']], source);
  const mixed = read(`${table('Jana')}2026-03-04T14:22:00Z,/var/log/app.log,down,x\n`);
  assert.deepEqual([mixed.events[1]?.actor, mixed.facts.people.length], [undefined, 1]);
});

test('takes linear time on hostile tables', () => {
  for (const piece of ['"', '""', ',', '\n,', '",', '"\n', ';|,\t']) {
    const from = performance.now();
    try {
      read(`time,text\n2026-03-04T14:21:00Z,${piece.repeat(500_000 / piece.length)}`);
    } catch (error) {
      assert.ok(error instanceof SourceError || error instanceof assert.AssertionError);
    }
    assert.ok(performance.now() - from < 5000, `${piece}: ${performance.now() - from} ms`);
  }
});
