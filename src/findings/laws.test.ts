import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { milestones } from '../record/milestone.ts';
import { defaultPolicy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { accusations, at, codesOf, findingsOf } from './check.fixture.ts';
import { codes } from './index.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u0000',
    '\u202eabc',
    '2021-02-31',
    '--:--',
    'within 7 days',
    'Yes/No',
    '< 5 min',
    '$1 @ $2',
    '',
  ),
);
const time = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

const event = fc.record(
  {
    at: fc.oneof(time, hostile),
    written: hostile,
    text: hostile,
    zone: fc.oneof(fc.constantFrom('UTC', 'CET', 'Europe/London'), hostile),
    precision: fc.constantFrom('instant', 'range', 'day', 'unknown'),
    milestone: fc.constantFrom(...milestones),
    inferred: fc.boolean(),
    until: fc.oneof(time, hostile),
  },
  { requiredKeys: ['precision'] },
);
const claim = fc.record(
  {
    figure: fc.oneof(
      fc.constantFrom('duration', 'timeToDetect', 'costTotal', 'availability', 'downtime', '__proto__'),
      hostile,
    ),
    value: fc.oneof(fc.nat(), fc.double()),
    unit: fc.constantFrom('seconds', 'percent', 'USD'),
    text: hostile,
    qualifier: hostile,
  },
  { requiredKeys: ['figure', 'text'] },
);
const record = fc.record(
  {
    incident: fc.record({ title: hostile, date: hostile, dataCompromised: hostile }),
    summary: fc.record({ text: hostile, rootCause: hostile }),
    timeline: fc.array(event, { maxLength: 12 }),
    claims: fc.array(claim, { maxLength: 5 }),
    actions: fc.array(fc.record({ text: hostile, owner: hostile, due: hostile, horizon: hostile })),
    whys: fc.array(fc.record({ id: hostile, under: hostile, question: hostile, answer: hostile })),
    costs: fc.array(fc.record({ category: hostile, amount: hostile, notes: hostile })),
    targets: fc.array(fc.record({ figure: hostile, target: hostile, met: hostile })),
    roles: fc.array(fc.record({ name: hostile })),
  },
  { requiredKeys: [] },
);

test('whatever a record holds, checks return findings of known codes with message and remedy', () => {
  const known = new Map(codes.map((code) => [code.code, code]));
  fc.assert(
    fc.property(record, hostile, (value, now) => {
      for (const finding of findingsOf(value as PostmortemRecord, { now, source: 'a\nb' })) {
        assert.ok(known.has(finding.code));
        assert.ok(finding.message !== '' && finding.remedy !== '' && Array.isArray(finding.cites));
      }
    }),
    { numRuns: 500 },
  );
});

test('a record is never changed by its checks, and they answer the same twice', () => {
  fc.assert(
    fc.property(record, (value) => {
      const before = JSON.stringify(value);
      const first = findingsOf(value as PostmortemRecord);
      assert.deepEqual(findingsOf(value as PostmortemRecord), first);
      assert.equal(JSON.stringify(value), before);
    }),
    { numRuns: 200 },
  );
});

test('times in order with the durations they have are never accused', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1_600_000_000, max: 1_800_000_000 }), (steps, start) => {
      let ms = Math.floor(start / 60) * 60_000;
      const at = steps.map((step) => new Date((ms += step * 60_000)).toISOString().slice(0, 16));
      const names = ['impactStarted', 'detected', 'mitigated', 'resolved'] as const;
      const timeline = names.map((milestone, index) => ({
        at: at[index] ?? '',
        written: at[index] ?? '',
        precision: 'instant' as const,
        zone: 'UTC',
        milestone,
      }));
      const seconds = (from: number, to: number) =>
        steps.slice(from + 1, to + 1).reduce((sum, step) => sum + step * 60, 0);
      const stated = (figure: string, value: number) => ({
        figure,
        value,
        unit: 'seconds',
        text: `${value} s`,
        origin: 'label' as const,
      });
      const claims = [
        stated('timeToDetect', seconds(0, 1)),
        stated('timeToMitigate', seconds(0, 2)),
        stated('duration', seconds(0, 3)),
      ];
      assert.deepEqual(accusations(codesOf({ timeline, claims })), []);
    }),
    { numRuns: 300 },
  );
});

test('a span that only the template defines has one meaning', () => {
  const figure = {
    status: 'known' as const,
    unit: 'seconds',
    seconds: 1320,
    formula: 'mitigationStarted - detected',
    cites: ['timeline[0]'],
  };
  const told = (value: number) =>
    accusations(
      codesOf(
        { claims: [{ figure: 'timeToContain', value, unit: 'seconds', text: `${value}`, origin: 'label' }] },
        {
          figures: { timeToContain: figure },
          policy: { ...defaultPolicy, figures: { timeToContain: 'detected -> mitigationStarted' } },
        },
      ),
    );
  assert.deepEqual(told(600), ['contradiction.figure']);
  assert.deepEqual(told(1320), []);
});

test('thousands of claims beside thousands of named moments take no time worth mentioning', () => {
  const time = (index: number) => new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString().slice(0, 16);
  const size = Array.from({ length: 4000 }, (_, index) => index);
  const timeline = size.map((index) => at(time(index), 'x', index % 2 === 0 ? 'impactStarted' : 'resolved'));
  const text = 'The service was down in total.';
  const claims = size.map((value) => ({ figure: 'downtime', text, value, unit: 'seconds', origin: 'prose' as const }));
  const start = performance.now();
  findingsOf({ timeline, claims });
  assert.ok(performance.now() - start < 2000);
});
