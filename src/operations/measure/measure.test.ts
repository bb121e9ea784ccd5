import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { fakePrometheus } from '../../../test/server/prometheus.ts';
import { type Caller, testServer } from '../../../test/server/server.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import type { Shown } from '../incident/show.ts';
import type { Measured } from './measure.ts';

const server = await testServer();
const { database } = server.around;
const sequencer = startSequencer(database, { everyMs: 5, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const ann = await server.person('admin', 'Ann');
const seconds = (at: string): number => Date.parse(at) / 1000;

// Down from 10:00:20 to 10:30:05; the breaker opens at 10:01:10; the target is scraped every 15 s.
const [down, good, open] = [
  seconds('2026-03-01T10:00:20Z'),
  seconds('2026-03-01T10:30:05Z'),
  seconds('2026-03-01T10:01:10Z'),
];
const isDown = (at: number): boolean => at >= down && at < good;
const prometheus = await fakePrometheus({
  error_ratio: (at) => (isDown(at) ? 0.4 : 0),
  latency_p95: (at) => (isDown(at) ? 8.5 : 0.12),
  never_there: () => undefined,
  'two_series#{"pod":"a"}': () => 1,
  'two_series#{"pod":"b"}': () => 2,
  no_traffic: () => Number.NaN,
  breaker: (at) => (at >= open && at < good ? 1 : 0),
});

const source = (more = ''): string => `name: shop
prometheus: ${prometheus.url}
interval: 15s
objective: 99.9
queries:
  errorRatio: error_ratio
  p95: latency_p95
${more}`;
const invariants = `invariants:
  - {id: I-01, sentence: Few requests fail., owner: Payments, query: error_ratio, holds: <= 0.05}
  - {id: I-02, sentence: It is quick., query: latency_p95, holds: "< 60"}
  - {id: I-03, sentence: It is there., query: never_there, holds: "> 0"}
breakers:
  - {name: payments, query: breaker, states: {0: closed, 1: open}}
`;

let kept: { id: string; version: number } | undefined;
async function watch(text: string): Promise<void> {
  const answer =
    kept === undefined
      ? await ann.call('POST', '/services', { source: text, headers: { Authorization: 'Bearer s3cret-value' } })
      : await ann.call('PATCH', `/services/${kept.id}`, { source: text, seen: kept.version });
  assert.equal(answer.status, 200, answer.text);
  kept = answer.json as unknown as { id: string; version: number };
  assert.ok(!answer.text.includes('s3cret'));
}

const event = (at: string, more: object) => ({ at, precision: 'instant', zone: 'UTC', text: 'something', ...more });
const timeline = [
  event('2026-03-01T10:05Z', { milestone: 'detected', text: 'Alert' }),
  event('2026-03-01T10:28Z', { text: 'Rolled back' }),
];
async function incident(record: object = {}): Promise<string> {
  const made = await ann.call('POST', '/incidents', {
    title: 'Down',
    template: 'invariants',
    record: { incident: { services: 'shop' }, timeline, ...record },
  });
  assert.equal(made.status, 201, made.text);
  return String(made.json['id']);
}
async function measured(id: string, by: Caller = ann): Promise<Measured> {
  const answer = await by.call('POST', `/incidents/${id}/measure`, {});
  assert.equal(answer.status, 200, answer.text);
  return answer.json as unknown as Measured;
}
const shown = async (id: string): Promise<Shown> =>
  (await ann.call('GET', `/incidents/${id}`)).json as unknown as Shown;

test('an incident is measured before, during and after, and its figures follow', async () => {
  await watch(source(invariants));
  const id = await incident();
  const answer = await measured(id);
  assert.deepEqual(answer.services[0]?.problems, []);
  const { record, figures } = await shown(id);
  const metrics = record.metrics?.map(({ name, before, during, after }) => [name, before, during, after]);
  assert.deepEqual(metrics, [
    ['Error Rate', '0 %', '40 %', '0 %'],
    ['Response Time (p95)', '120 ms', '8500 ms', '120 ms'],
  ]);
  // To a tenth of the scrape interval.
  const at = (milestone: string) => record.timeline?.find((each) => each.milestone === milestone)?.at;
  assert.ok(Math.abs(seconds(at('impactStarted') ?? '') - down) <= 2, at('impactStarted'));
  assert.equal(at('detected'), '2026-03-01T10:05Z');
  assert.ok(Math.abs(seconds(at('mitigated') ?? '') - good) <= 2, at('mitigated'));
  assert.ok(Math.abs((figures['downtime']?.seconds ?? 0) - (good - down)) <= 3);
  assert.ok(figures['errorBudgetConsumed']?.status === 'known');
  assert.deepEqual(
    record.timeline?.map(({ at: when }) => when),
    record.timeline?.map(({ at: when }) => when).toSorted(),
  );
});

test('invariants pass, fail with their first violation, or are not known; the breaker is set beside them', async () => {
  const { record } = await shown(await incident().then(async (id) => (await measured(id), id)));
  const verdicts = record.invariants?.map(({ name, status, violatedAt }) => [name, status, violatedAt?.at]);
  assert.deepEqual(verdicts, [
    ['I-01', 'FAIL', '2026-03-01T10:00:21Z'],
    ['I-02', 'PASS', undefined],
    ['I-03', 'UNKNOWN', undefined],
  ]);
  assert.match(
    record.invariants?.[0]?.notes ?? '',
    /^Few requests fail\. First violated at .*worst value 0\.4\. Owner: Payments\.$/,
  );
  assert.deepEqual(
    record.invariantGaps?.map(({ name, gap }) => [name, gap]),
    [['I-01', 'Broken 4m 39s before the incident was detected at 2026-03-01 10:05 UTC.']],
  );
  const moves = record.transitions?.map(({ from, to, at }) => [from, to, at?.at]);
  assert.deepEqual(moves?.[0], ['closed', 'open', '2026-03-01T10:01:10Z']);
  assert.match(
    record.circuitBreaker?.earlier ?? '',
    /opened at 2026-03-01 10:01:10 UTC, 50s after I-01 was first violated/,
  );
});

test('what a log tells of a circuit breaker stands beside what no metric shows, and is not told twice', async () => {
  await watch(source(invariants.replace(/breakers:[\s\S]*/, '')));
  const told = (at: string, text: string) => event(at, { text, source: 'logs', evidence: 'sha256:0#12' });
  const log = [
    told('2026-03-01T10:00:50Z', "CircuitBreaker 'stock' changed state from CLOSED to OPEN"),
    told('2026-03-01T10:20:00Z', "CircuitBreaker 'stock' changed state from OPEN to HALF_OPEN"),
    told('2026-03-01T10:21:00Z', 'The circuit breaker opened, somebody thinks'),
  ];
  const id = await incident({ timeline: [...timeline, ...log] });
  await measured(id);
  const { record } = await shown(id);
  assert.deepEqual(
    record.transitions?.map(({ from, to, at, evidence }) => [from, to, at?.at, evidence]),
    [
      ['closed', 'open', '2026-03-01T10:00:50Z', 'sha256:0#12'],
      ['open', 'half-open', '2026-03-01T10:20Z', 'sha256:0#12'],
    ],
  );
  assert.match(
    record.circuitBreaker?.earlier ?? '',
    /^Circuit breaker stock opened at 2026-03-01 10:00:50 UTC, \d+s after I-01/,
  );
  const again = await measured(id);
  assert.deepEqual([again.added, again.changed], [0, 0]);
  await watch(source(invariants));
});

test('measured twice nothing changes, and the same bytes are the same evidence', async () => {
  const id = await incident();
  const [first, second] = [await measured(id), await measured(id)];
  assert.ok(first.added > 0);
  assert.deepEqual([second.added, second.changed], [0, 0]);
  assert.equal(second.services[0]?.samples, first.services[0]?.samples);
  const { items } = (await ann.call('GET', `/incidents/${id}/evidence`)).json as unknown as {
    items: { name: string }[];
  };
  assert.deepEqual(items.map(({ name }) => name).toSorted(), ['prometheus-shop.json', 'prometheus-shop.svg']);
  const { record } = await shown(id);
  assert.equal(record.metrics?.[0]?.evidence, `sha256:${first.services[0]?.samples}`);
});

test('what a person wrote stays, with what was measured beside it; their milestones decide', async () => {
  const claimed = { name: 'error rate', before: '0.01 %', during: '15.3 %', after: '0.01 %' };
  const id = await incident({
    metrics: [claimed],
    invariants: [{ name: 'I-01', status: 'PASS' }],
    circuitBreaker: { earlier: 'No.' },
    timeline: [event('2026-03-01T10:02Z', { milestone: 'impactStarted', text: 'Orders fail' }), ...timeline],
  });
  await measured(id);
  const { record } = await shown(id);
  assert.deepEqual({ ...claimed, ...record.metrics?.[0] }, { ...record.metrics?.[0], ...claimed });
  assert.equal(record.metrics?.[0]?.measured, 'before 1.77 %, during 40 %, after 0 %');
  assert.equal(record.invariants?.[0]?.status, 'PASS');
  assert.match(record.invariants?.[0]?.measured ?? '', /^FAIL/);
  assert.equal(record.circuitBreaker?.earlier, 'No.');
  const starts = record.timeline?.filter(({ milestone }) => milestone === 'impactStarted');
  assert.deepEqual(
    starts?.map(({ text }) => text),
    ['Orders fail'],
  );
  // Changed by hand after it was measured: theirs from then on.
  const before = await shown(id);
  const [, { id: entry = '', version = 0 } = {}] = before.versions['metrics'] as { id: string; version: number }[];
  await ann.call('PATCH', `/incidents/${id}/metrics/${entry}`, { set: { during: '9 s' }, seen: version });
  const again = await measured(id);
  assert.deepEqual([again.added, again.changed], [0, 0]);
  assert.equal((await shown(id)).record.metrics?.[1]?.during, '9 s');
});

test('no samples, no traffic and several series are said, never counted as zero', async () => {
  await watch(`name: shop
prometheus: ${prometheus.url}
queries: {availability: never_there, errorRatio: no_traffic, p95: two_series, p99: "error_ratio + $window"}
`);
  const id = await incident();
  const { services } = await measured(id);
  const { record } = await shown(id);
  const during = record.metrics?.map((metric) => [metric.name, metric.during]);
  assert.deepEqual(during, [
    ['Availability', 'no samples'],
    ['Error Rate', 'no traffic'],
    ['Response Time (p99)', '400 ms'],
  ]);
  assert.deepEqual(
    services[0]?.problems.map(({ query, code }) => [query, code]),
    [['p95', 'monitoring.several']],
  );
});

test('an incident without a time, without a watched service, or with nobody to ask is left as it is', async () => {
  const code = async (record: object): Promise<string> => {
    const id = await incident(record);
    const before = JSON.stringify((await shown(id)).record);
    const { status, json } = await ann.call('POST', `/incidents/${id}/measure`, {});
    assert.ok(status >= 400, String(status));
    assert.equal(JSON.stringify((await shown(id)).record), before);
    return String(json['code']);
  };
  assert.equal(await code({ timeline: [] }), 'measure.no-window');
  assert.equal(await code({ incident: { services: 'shopping, workshop' } }), 'measure.no-service');
  await watch('name: shop\nprometheus: http://127.0.0.1:1\nqueries: {errorRatio: error_ratio}\n');
  assert.equal(await code({}), 'measure.nothing');
  await watch(`name: shop\nprometheus: ${prometheus.url}\nqueries: {errorRatio: never_there}\n`);
  assert.equal(await code({}), 'measure.nothing');
});

test('a repeated request with its key answers the same and adds nothing; the history tells each field', async () => {
  await watch(source(invariants));
  const id = await incident();
  const ask = () => ann.call('POST', `/incidents/${id}/measure`, {}, { 'idempotency-key': 'measure-1234' });
  const [first, second] = [await ask(), await ask()];
  assert.equal(second.json['added'], first.json['added']);
  assert.ok(Number(first.json['added']) > 5);
  const waiting = { text: 'select 1 from entry where seq is null limit 1', values: [] };
  while ((await database.query(waiting)).count > 0) await sleep(5);
  const { items } = (await ann.call('GET', `/incidents/${id}/history?path=circuitBreaker.earlier`)).json as unknown as {
    items: { operation: string; changes: { path: string; new: string }[] }[];
  };
  const told = items.find(({ operation }) => operation === 'incident.measure');
  assert.match(String(told?.changes[0]?.new), /^Circuit breaker payments opened/);
});
