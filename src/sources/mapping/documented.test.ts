import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { mappedSource, Mapping, readEvidence } from '../index.ts';

const page = readFileSync(new URL('../../../docs/sources/mapping.md', import.meta.url), 'utf8');
const documented = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .flatMap(([, text = '']) => (parse(text) as { sources: unknown[] }).sources)
  .map((source) => mappedSource(Mapping.parse(source)));

const read = (lines: object[]) =>
  readEvidence({ name: 'log.json', text: lines.map((line) => JSON.stringify(line)).join('\n') }, documented);

test('logs of journald and Docker are read by the mappings of the documentation', () => {
  const journal = {
    __CURSOR: 's=1;i=1',
    __REALTIME_TIMESTAMP: '1772634060123456',
    SYSLOG_IDENTIFIER: 'checkout',
    MESSAGE: 'pool exhausted',
    _HOSTNAME: 'web-1',
  };
  const lines = [
    { log: 'pool exhausted\n', stream: 'stderr', time: '2026-03-04T14:21:00.123456789Z' },
    { log: 'ready\n', stream: 'stdout', time: '2026-03-04T14:21:02Z' },
  ];
  const told = [read([journal]), read(lines)].map(({ source, events }) => [
    source,
    ...events.map(({ epochMs, text, actor }) => [new Date(epochMs).toISOString().slice(0, 19), text, actor]),
  ]);
  assert.deepEqual(told, [
    ['journald', ['2026-03-04T14:21:00', 'checkout: pool exhausted', 'web-1']],
    ['docker', ['2026-03-04T14:21:00', 'pool exhausted', undefined], ['2026-03-04T14:21:02', 'ready', undefined]],
  ]);
});
