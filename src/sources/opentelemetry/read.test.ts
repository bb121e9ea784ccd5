import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { fewRecords, read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'o.json', text: JSON.stringify(value) });
const nano = (second: number) => `${1_772_634_000 + second}000000000`;
const logs = (...logRecords: object[]) => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'checkout' } }] },
      scopeLogs: [{ scope: { name: 'pool' }, logRecords }],
    },
  ],
});
const said = (text: string) => ({ stringValue: text });

test('reads the sample: time to the microsecond, level, service, and like errors as one storm', () => {
  const { events, ignored, facts } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, actor, evidence }) => [epochMs, text, actor, evidence]),
    [
      [
        1772634002118,
        'INFO: pool started with 2 connections',
        'checkout',
        'o.json#/resourceLogs/0/scopeLogs/0/logRecords/0',
      ],
      [
        1772634141204.311,
        'ERROR: no connection within 5000 ms, 212 wait',
        'checkout',
        'o.json#/resourceLogs/0/scopeLogs/0/logRecords/1',
      ],
      [
        1772634141909,
        'ERROR: no connection within 5000 ms, 230 wait',
        'checkout',
        'o.json#/resourceLogs/0/scopeLogs/0/logRecords/2',
      ],
    ],
  );
  assert.equal(events[0]?.fold, undefined);
  assert.equal(events[1]?.fold, events[2]?.fold);
  assert.deepEqual(
    [facts.services.map(({ value }) => value), facts.titles.map(({ value }) => value)],
    [['checkout'], ['no connection within 5000 ms, 212 wait']],
  );
});

test('levels by number, by name of the enumeration, or by what the logger called them', () => {
  const levels = [
    { severityNumber: 13 },
    { severityNumber: '24', severityText: 'Information' },
    { severityNumber: 'SEVERITY_NUMBER_ERROR2' },
    { severityText: 'CRITICAL' },
    { severityText: 'warning' },
    { severityNumber: 99, severityText: 'mine' },
    {},
  ].map((level, index) => ({ ...level, timeUnixNano: nano(index), body: said('x') }));
  assert.deepEqual(
    readValue(logs(...levels)).events.map(({ text }) => text),
    ['WARN: x', 'FATAL: x', 'ERROR: x', 'FATAL: x', 'WARN: x', 'mine: x', 'x'],
  );
});

test('below a warning, few are told and many are only counted; an exception is told at any level', () => {
  const info = (index: number) => ({ timeUnixNano: nano(index), severityNumber: 9, body: said(`step ${index}`) });
  const few = Array.from({ length: fewRecords }, (_, index) => info(index));
  assert.equal(readValue(logs(...few)).events.length, fewRecords);
  const thrown = { timeUnixNano: nano(99), attributes: [{ key: 'exception.type', value: said('OutOfMemory') }] };
  const warn = { timeUnixNano: nano(98), severityNumber: 13, body: said('slow') };
  const many = readValue(logs(...few, info(50), warn, thrown));
  assert.deepEqual(
    many.events.map(({ text }) => text),
    ['WARN: slow', 'OutOfMemory'],
  );
  assert.deepEqual(
    many.ignored.map(({ what, count }) => [what, count]),
    [['a log record of INFO', fewRecords + 1]],
  );
});

test('values of every kind, of any depth; times as numbers, or only when it was observed', () => {
  const deep = (levels: number): object =>
    levels === 0 ? said('end') : { arrayValue: { values: [deep(levels - 1)] } };
  const { events, ignored } = readValue(
    logs(
      { observedTimeUnixNano: 1_772_634_000_000_000_000, timeUnixNano: '0', severityNumber: 13, body: deep(3) },
      { timeUnixNano: nano(1), severityNumber: 13, body: deep(500) },
      {
        timeUnixNano: nano(2),
        severityNumber: 13,
        eventName: 'pool.full',
        body: { kvlistValue: { values: [{ key: 'size', value: { intValue: '2' } }] } },
      },
      { timeUnixNano: nano(3), severityNumber: 13, body: { boolValue: false } },
      { timeUnixNano: 'soon', severityNumber: 13 },
      7 as unknown as object,
    ),
  );
  assert.deepEqual(
    events.map(({ epochMs, text }) => [epochMs / 1000 - 1_772_634_000, text.slice(0, 40)]),
    [
      [0, 'WARN: [[["end"]]]'],
      [1, 'WARN: [[[[[[[[["…"]]]]]]]]]'],
      [2, 'WARN: pool.full: {"size":"2"}'],
      [3, 'WARN: false'],
    ],
  );
  assert.deepEqual(
    ignored.map(({ why, where }) => [why.split(':')[0], where.split('/').at(-1)]),
    [
      ['expected object, received number', '5'],
      ['it has no time', '4'],
    ],
  );
});

test('the lines of the file exporter are read, the same record twice has one key, and other signals are refused', () => {
  const text = `${JSON.stringify(sample)}\n${JSON.stringify(sample)}\n{"resourceSpans":[]}\n`;
  const { events, ignored } = read({ name: 'o.jsonl', text });
  assert.equal(new Set(events.map(({ key }) => key)).size, 3);
  assert.deepEqual(
    ignored.map(({ why, where }) => [why, where]),
    [['only logs are read', 'o.jsonl#3']],
  );
  assert.throws(
    () => readValue({ resourceMetrics: [] }),
    (error) => error instanceof SourceError && error.code === 'opentelemetry.no-logs' && /metrics/.test(error.message),
  );
});

test('records whose own time is 0 differ by when they were first seen', () => {
  const at = (second: number) => ({
    timeUnixNano: '0',
    observedTimeUnixNano: nano(second),
    body: said('pool is empty'),
  });
  const { events } = readValue(logs(at(1), at(2), at(2)));
  assert.equal(new Set(events.map(({ key }) => key)).size, 2);
});
