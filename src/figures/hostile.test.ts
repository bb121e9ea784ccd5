import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { computeFigures } from './index.ts';

const size = 100_000;
const texts = [
  '1',
  ' ',
  '$',
  '1,',
  '(',
  '1 ',
  'h',
  '<',
  '×',
  '1 × ',
  '-',
  '\u0000',
  '\u202e',
  'error rate 1% ',
  '10:',
  'x at ',
];

/** The same text in every field that a figure reads. */
function recordOf(text: string): PostmortemRecord {
  const moment = { at: text, until: text, zone: text, written: text, precision: 'range' as const };
  return {
    incident: { date: text, start: moment, end: moment },
    timeline: [{ ...moment, milestone: 'detected', phase: text, text }],
    serviceLevels: [{ indicator: 'availability', target: text, value: text }],
    metrics: [{ name: 'error rate', during: text }, { name: text }],
    systems: [{ name: text, impactLevel: text, downtime: text, recoveryTime: text }],
    costs: [{ category: text, amount: text, notes: text }],
    impact: { team: { resources: text }, business: { slaCredits: text }, technical: { downtime: text } },
    targets: [{ figure: text, target: text }],
    steps: [{ tool: text, command: text }],
    actions: [{ status: text, due: text, done: false }],
    followUpMetrics: [{ metric: text, value: text }],
    document: { completedOn: text },
  };
}

for (const text of texts)
  test(`100 kB of ${JSON.stringify(text)} in every field takes less than a second`, () => {
    const record = recordOf(text.repeat(size / text.length));
    // Its own time, not that of a machine which others use.
    const start = process.threadCpuUsage();
    computeFigures(record, Policy.parse({}), { now: '2025-01-01T00:00Z' });
    const { user, system } = process.threadCpuUsage(start);
    const tookMs = (user + system) / 1000;
    assert.ok(tookMs < 1000, `took ${Math.round(tookMs)} ms`);
  });
