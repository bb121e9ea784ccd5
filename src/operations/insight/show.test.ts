import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { planAll } from '../../../test/server/planning.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import type { Group } from './measures.ts';
import type { Insights } from './show.ts';

const now = '2026-11-21T08:00:00Z';
const server = await testServer({ now: () => now });
const ann = await server.person('owner', 'Ann Example');
const sequencer = startSequencer(server.around.database, { everyMs: 5, log: server.around.log });
after(() => sequencer.stop());

const event = (at: string, milestone: string) => ({ at, precision: 'instant', zone: 'UTC', milestone, text: 'So.' });
const minutes = (start: string, count: number) => new Date(Date.parse(start) + count * 60_000).toISOString();

type Made = { start: string; detected?: number; mitigated?: number; service?: string; kind?: string; cost?: string };

async function make({ start, detected, mitigated, service = 'checkout', kind, cost }: Made): Promise<string> {
  const record = {
    incident: { title: `It failed at ${start}`, date: start.slice(0, 10), severity: 'HIGH', services: service },
    timeline: [
      event(start, 'impactStarted'),
      ...(detected === undefined ? [] : [event(minutes(start, detected), 'detected')]),
      ...(mitigated === undefined ? [] : [event(minutes(start, mitigated), 'mitigated')]),
    ],
    ...(kind === undefined ? {} : { factors: [{ kind, text: 'It was so', present: true }] }),
    ...(cost === undefined ? {} : { costs: [{ category: 'Refunds', amount: cost }] }),
  };
  const { json, text } = await ann.call('POST', '/incidents', { template: 'enterprise', record });
  assert.ok(json['key'], text);
  return json['key'] as string;
}

async function shown(query = '', by = ann): Promise<Insights> {
  await planAll(server);
  const { status, json, text } = await by.call('GET', `/insights${query}`);
  assert.equal(status, 200, text);
  return json as unknown as Insights;
}

/** The same spread, counted in the plainest way. */
function plainly(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { median: at(0.5), p90: at(0.9), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

test('before the first incident there is nothing, and no number', async () => {
  const { all, groups, longest } = await shown();
  assert.deepEqual([all.incidents, groups, longest], [0, [], []]);
  assert.equal(all.spreads.mitigate.median, null);
});

test('a group of eight has median, percentile and mean as counted by hand; what is unknown is counted as that', async () => {
  const lengths = [10, 20, 30, 40, 50, 60, 70, 300];
  for (const [index, mitigated] of lengths.entries())
    await make({ start: `2026-07-0${index + 1}T10:00:00Z`, detected: 5, mitigated, kind: 'process' });
  await make({ start: '2026-07-20T10:00:00Z' });
  const { groups } = await shown();
  const quarter = groups.find(({ name }) => name === '2026Q3') as Group;
  const { known, unknown, dots, ...spread } = quarter.spreads.mitigate;
  assert.deepEqual([quarter.incidents, known, unknown, dots], [9, 8, 1, []]);
  assert.deepEqual(spread, plainly(lengths.map((length) => length * 60)));
});

test('fewer than eight are shown one by one, without a median', async () => {
  const key = await make({ start: '2026-10-02T10:00:00Z', detected: 3, mitigated: 21, service: 'search' });
  const { groups } = await shown('?by=service');
  const { spreads } = groups.find(({ name }) => name === 'search') as Group;
  assert.deepEqual([spreads.mitigate.median, spreads.mitigate.mean], [null, null]);
  assert.deepEqual(
    spreads.mitigate.dots.map((dot) => [dot.key, dot.seconds]),
    [[key, 21 * 60]],
  );
});

test('what comes again with its service and cause within 90 days is a repeat, also when the older one comes later', async () => {
  await make({ start: '2026-10-10T10:00:00Z', service: 'ledger', kind: 'capacity' });
  const before = (await shown('?by=cause')).groups.find(({ name }) => name === 'capacity');
  assert.deepEqual(before?.repeats, { part: 0, of: 1 });
  await make({ start: '2026-09-10T10:00:00Z', service: 'ledger', kind: 'capacity' });
  await make({ start: '2026-01-10T10:00:00Z', service: 'ledger', kind: 'capacity' });
  const after = (await shown('?by=cause')).groups.find(({ name }) => name === 'capacity');
  assert.deepEqual(after?.repeats, { part: 1, of: 3 });
});

test('money is summed by currency and never across', async () => {
  await make({ start: '2026-10-11T10:00:00Z', service: 'billing', cost: 'EUR 100' });
  await make({ start: '2026-10-12T10:00:00Z', service: 'billing', cost: 'EUR 50' });
  await make({ start: '2026-10-13T10:00:00Z', service: 'billing', cost: 'USD 70' });
  const { all } = await shown('?service=billing');
  assert.deepEqual(all.costs, [
    { currency: 'EUR', amount: 150, of: 2 },
    { currency: 'USD', amount: 70, of: 1 },
  ]);
});

test('a restricted incident counts only for those who may see it', async () => {
  const key = await make({ start: '2026-05-02T10:00:00Z', detected: 3, mitigated: 9, service: 'vault' });
  const restricted = await ann.call('PUT', `/incidents/${key}/visibility`, { visibility: 'restricted', members: [] });
  assert.ok(restricted.status < 300, restricted.text);
  const eve = await server.person('viewer', 'Eve Looker');
  assert.equal((await shown('?service=vault')).all.incidents, 1);
  assert.equal((await shown('?service=vault', eve)).all.incidents, 0);
});

test('days are those of the zone; a day that is none is refused', async () => {
  assert.equal((await shown('?from=2026-07-01&to=2026-07-01')).all.incidents, 1);
  assert.equal((await ann.call('GET', '/insights?from=2026-02-30')).status, 400);
});

test('the report of a quarter stands beside the one before, as text and as PDF, and what people wrote is no Markdown in it', async () => {
  const key = await make({ start: '2026-08-30T10:00:00Z', detected: 1, mitigated: 400, service: '*|<b>' });
  await shown();
  const { text, status } = await ann.call('GET', '/insights/report?quarter=2026Q3');
  assert.equal(status, 200, text);
  assert.match(text, /^# Incidents in 2026Q3\n/);
  assert.match(text, new RegExp(`\\[${key}\\]\\(\\S+/incidents/${key}\\) It failed at .*: 6h 40m`));
  assert.match(text, /\| \\\*\\\|\\<b\\> \| 1 \|/);
  const pdf = await ann.call('GET', '/insights/report?quarter=2026Q3&format=pdf');
  assert.equal(pdf.status, 200);
  assert.match(pdf.text, /^%PDF-/);
  assert.match((await ann.call('GET', '/insights/report?quarter=2020Q1')).text, /There was none that you may see/);
});

test('a cause cut in the middle of a character, and years that no database has, keep nobody else from being counted', async () => {
  await make({ start: '2026-02-01T10:00:00Z', service: 'odd', kind: `${'x'.repeat(99)}😀` });
  const odd = { incident: { title: 'Year nothing', date: '0000-01-01', services: 'odd' } };
  assert.equal((await ann.call('POST', '/incidents', { template: 'enterprise', record: odd })).status, 201);
  await make({ start: '2026-02-02T10:00:00Z', service: 'odd' });
  assert.equal((await shown('?service=odd')).all.incidents, 3);
});

test('a restricted incident makes no other one a repeat', async () => {
  const first = await make({ start: '2026-03-01T10:00:00Z', service: 'quiet', kind: 'secret' });
  await ann.call('PUT', `/incidents/${first}/visibility`, { visibility: 'restricted', members: [] });
  await make({ start: '2026-03-05T10:00:00Z', service: 'quiet', kind: 'secret' });
  const eve = await server.person('viewer', 'Eve Second');
  assert.deepEqual((await shown('?service=quiet', eve)).all.repeats, { part: 0, of: 1 });
});
