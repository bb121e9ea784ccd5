import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../record/record.ts';
import { accusations, at, codesOf } from '../check.fixture.ts';
import { readProduct } from './product.ts';
import { readLimit } from './targets.ts';

const told = (record: PostmortemRecord, rest = {}) => accusations(codesOf(record, rest));
const moment = (time: string) => ({ at: time, written: time, precision: 'instant' as const, zone: 'UTC' });
const total = (text: string, value: number) => ({
  figure: 'costTotal',
  text,
  value,
  unit: 'USD',
  origin: 'table' as const,
});

const costs = [
  { category: 'Revenue Loss', amount: '$12,500', notes: '250 failed transactions @ $50 avg' },
  { category: 'SLA Credits', amount: '$8,000', notes: '20 enterprise customers' },
  { category: 'Support Costs', amount: '$2,000', notes: '4 hours × 10 agents' },
  { category: 'Engineering Time', amount: '$15,000', notes: '30 engineer-hours @ $500/hr' },
];

test('costs that add up are confirmed by silence', () => {
  assert.deepEqual(told({ costs, claims: [total('$37,500', 37500)] }), []);
});

test('a total that is not the sum, and a line that is not its product, are reported', () => {
  assert.deepEqual(told({ costs, claims: [total('$35,700', 35700)] }), ['contradiction.cost-total']);
  const wrong = [{ category: 'Engineering', amount: '$15,000', notes: '30 hours @ $400/hr' }];
  assert.deepEqual(told({ costs: wrong }), ['contradiction.cost-line']);
});

test('costs in two currencies or without a readable amount are not summed', () => {
  const euro = [...costs, { category: 'Vendor', amount: '€100' }];
  assert.deepEqual(told({ costs: euro, claims: [total('$37,500', 37500)] }), []);
  const open = [...costs, { category: 'Vendor', amount: 'unknown' }];
  assert.deepEqual(told({ costs: open, claims: [total('$40,000', 40000)] }), []);
});

test('a product needs money and one number per factor', () => {
  assert.deepEqual(readProduct('4 h × 10 agents × $50'), { value: 2000, currency: 'USD' });
  assert.equal(readProduct('4 hours × 10 agents'), undefined);
  assert.equal(readProduct('about 250 orders @ $50'), undefined);
  assert.equal(readProduct('2 of 3 teams @ $50'), undefined);
});

test('"SLA breach: No" against an exhausted budget or credits owed', () => {
  const no = { impact: { business: { slaBreach: 'No' } } };
  const budget = (value: number, status = 'known') => ({
    figures: { errorBudgetConsumed: { status, unit: 'percent', value, formula: '', cites: [] } },
  });
  assert.deepEqual(told(no, budget(140)), ['contradiction.sla']);
  assert.deepEqual(told(no, budget(80)), []);
  assert.deepEqual(told(no, budget(140, 'inferred')), []);
  assert.deepEqual(told({ impact: { business: { slaBreach: 'Yes' } } }, budget(140)), []);
  assert.deepEqual(told({ impact: { business: { slaBreach: 'No', slaCredits: '$8,000' } } }), ['contradiction.sla']);
});

test('compromised data beside "no reporting required"', () => {
  const record = (dataCompromised: string, reportingRequired: string): PostmortemRecord => ({
    incident: { dataCompromised },
    impact: { regulatory: { reportingRequired } },
  });
  assert.deepEqual(told(record('YES - emails of 40 customers', 'NO')), ['contradiction.reporting']);
  assert.deepEqual(told(record('NO', 'NO')), []);
  assert.deepEqual(told(record('YES', 'YES - within 72h')), []);
  assert.deepEqual(told(record('YES/NO', 'NO')), []);
});

test('a target marked as met against its own numbers', () => {
  const record = (met: string, value: number): PostmortemRecord => ({
    targets: [{ figure: 'Time to Mitigate', target: '< 1 hour', met }],
    claims: [{ figure: 'timeToMitigate', text: 'x', value, unit: 'seconds', origin: 'table' }],
  });
  assert.deepEqual(told(record('✅', 8100)), ['contradiction.target-met']);
  assert.deepEqual(told(record('❌', 8100)), []);
  assert.deepEqual(told(record('No', 600)), ['contradiction.target-met']);
  assert.deepEqual(told(record('✅', 3600)), []);
  assert.deepEqual(readLimit('≥ 99.9%'), { sign: '>', orEqual: true, value: 99.9, unit: 'percent' });
  assert.equal(readLimit('as fast as possible'), undefined);
});

test('availability that leaves less room than the downtime', () => {
  const record = (availability: string, seconds: number): PostmortemRecord => ({
    claims: [
      { figure: 'downtime', text: 'x', value: seconds, unit: 'seconds', origin: 'label' },
      {
        figure: 'availability',
        text: availability,
        value: Number.parseFloat(availability),
        unit: 'percent',
        origin: 'label',
      },
    ],
  });
  assert.deepEqual(told(record('99.99%', 7200)), ['contradiction.downtime-availability']);
  assert.deepEqual(told(record('99.7%', 7200)), []);
  assert.deepEqual(told(record('95.2%', 7200)), []);
});

test('windows of several outages against their total', () => {
  const record = (text: string): PostmortemRecord => ({ summary: { text } });
  const windows = 'The API was down from 09:12 to 09:40 and again between 11:05 and 11:30';
  assert.deepEqual(told(record(`${windows}, 2h 10m in total.`)), ['contradiction.window']);
  assert.deepEqual(told(record(`${windows}, 53 minutes in total.`)), []);
  assert.deepEqual(told(record(`${windows}.`)), []);
});

test('one window against its length or total', () => {
  const record = (text: string): PostmortemRecord => ({ summary: { text } });
  assert.deepEqual(told(record('Between 09:12 and 10:40 UTC it was unavailable. Total downtime was 45 minutes.')), [
    'contradiction.window',
  ]);
  assert.deepEqual(
    told(record('Between 09:12 and 10:40 UTC it was partially down. Total downtime was 45 minutes.')),
    [],
  );
  assert.deepEqual(told(record('Down from 09:12 to 10:40 UTC (45 minutes).')), ['contradiction.window']);
  assert.deepEqual(told(record('Down from 09:12 to 10:40 UTC (88 minutes), 23:50-00:10 (20m).')), []);
  assert.deepEqual(told(record('Down 11:30 - 1:15 (1h 45m) and 9:00 to 11:00 (about 2.5 hours).')), []);
});

test('the header against itself and against the timeline', () => {
  const incident = { start: moment('2025-12-19T14:23'), end: moment('2025-12-19T16:00') };
  const duration = (value: number) => [
    { figure: 'duration', text: 'x', value, unit: 'seconds', origin: 'label' as const },
  ];
  assert.deepEqual(told({ incident, claims: duration(13_500) }), ['contradiction.header']);
  assert.deepEqual(told({ incident, claims: duration(5820) }), []);
  const timeline = [
    at('2025-12-19T14:53', 'Outage begins', 'impactStarted'),
    at('2025-12-19T16:00', 'Resolved', 'resolved'),
  ];
  assert.deepEqual(told({ incident, timeline }), ['contradiction.header']);
  assert.deepEqual(told({ incident, timeline: [at('2025-12-19T14:23', 'Bad deploy'), ...timeline] }), []);
});

test('a copied title date is reported, a publication date is not', () => {
  const timeline = [at('2022-06-02T10:00', 'Problem starts'), at('2022-06-02T21:24', 'Issue goes away')];
  const told2 = (title: string, fileName = '') => told({ incident: { title }, timeline }, { fileName });
  assert.deepEqual(told2('2022-01-27, pod limit reached'), ['contradiction.header']);
  assert.deepEqual(told2('2022-06-02, pod limit reached'), []);
  assert.deepEqual(told2('2022-06-20: what happened', '2022-06-20-report.md'), []);
  assert.deepEqual(told2('2022-06-20: what happened', '2022-06-02-report.md'), ['contradiction.header']);
});

test('windows are found in the document itself, item by item, outside code', () => {
  const source = (text: string) => accusations(codesOf({}, { source: text }));
  const bad = 'Between 09:12 and 10:40 UTC the broker was unavailable.\nTotal downtime was 45 minutes.';
  assert.deepEqual(source(`# Title\n\n${bad}\n`), ['contradiction.window']);
  assert.deepEqual(source(`# Title\n\n\`\`\`\n${bad}\n\`\`\`\n`), []);
  assert.deepEqual(
    source('- 09:12-09:40 search down\n- 11:05-11:30 down again\n- 2h in total were spent on this\n'),
    [],
  );
});

test('a length behind its window in the words of a sentence', () => {
  const record = (text: string) => ({ summary: { text } });
  const about = (length: string) => told(record(`Nobody got a license from 09:20 until 11:50, ${length}. Sorry.`));
  for (const length of ['which is 90 minutes', "that's 90 minutes", 'i.e. 90 minutes', 'lasting 1h 30m'])
    assert.deepEqual(about(length), ['contradiction.window'], length);
  for (const length of [
    'which is 150 minutes',
    'which is about 90 minutes',
    'which is a long time, 90 minutes',
    'in 90 minutes',
  ])
    assert.deepEqual(about(length), [], length);
});

test('a column of durations against the row that adds it up, in any table', () => {
  const table = (total: string, more = '') =>
    told(
      {},
      {
        source: `# Windows\n\n| Day | From | To | Length |\n|---|---|---|---|\n| 1 | 08:40 | 09:25 | 45 min |\n| 2 | 13:05 | 13:35 | 30 min |\n${more}| | | **Total** | **${total}** |\n`,
      },
    );
  assert.deepEqual(table('1 h 45 min'), ['contradiction.window']);
  assert.deepEqual(table('1 h 15 min'), []);
  assert.deepEqual(table('about 2 hours'), []);
  assert.deepEqual(table('2 h', '| 3 | ? | ? | unknown |\n'), []);
  assert.deepEqual(table('2 h', '| 3 | 14:00 | | > 45 min |\n'), []);
});

test('an entry that opens with a window and closes with its length', () => {
  const entry = (text: string) => told({}, { source: `# Timings\n\n- ${text}\n- 20:20–21:00: static page\n` });
  assert.deepEqual(entry('18:50–20:20: site down (30 minutes)'), ['contradiction.window']);
  assert.deepEqual(entry('18:50–20:20: site down (90 minutes)'), []);
  assert.deepEqual(entry('18:50–20:20: site down (up to 30 minutes)'), []);
  assert.deepEqual(entry('At 18:50–20:20 some saw errors (30 minutes)'), []);
  assert.deepEqual(entry('18:50–20:20: down for 1h, then slow (30 minutes)'), []);
});
