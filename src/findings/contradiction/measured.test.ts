import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../check.fixture.ts';

const own = (record: Parameters<typeof findingsOf>[0]) =>
  findingsOf(record).filter(({ code }) => code === 'contradiction.measured');
const errorRate = (during: string, measured = '60.1 %') =>
  own({
    metrics: [
      { name: 'Error Rate', during, measured: `before 0 %, during ${measured}, after 0 %`, evidence: 'sha256:1' },
    ],
  });

test('a stated value that is not what was measured is shown with it', () => {
  const [finding, ...others] = errorRate('15.3%');
  assert.deepEqual(others, []);
  assert.match(finding?.message ?? '', /15\.3%.*Error Rate.*60\.1 %/);
  assert.equal(finding?.path, 'metrics[0].during');
  assert.deepEqual(finding?.cites, ['metrics[0].during', 'metrics[0].evidence']);
  const levels = [{ indicator: 'Latency', p95: '8.5 s', measured: 'p95 120 ms, p99 1 s' }];
  assert.equal(own({ serviceLevels: levels }).length, 1);
});

test('rounding, other units of the same, ranges, words and what was not measured accuse nobody', () => {
  for (const [stated, measured] of [
    ['60%', '60.1 %'],
    ['~62 %', '60.1 %'],
    ['50-70 %', '60.1 %'],
    ['most of them', '60.1 %'],
    ['8.5 s', '8500 ms'],
    ['60%', 'no samples'],
  ] as const)
    assert.deepEqual(errorRate(stated, measured), [], `${stated} ${measured}`);
});

test('of availability a tenth of what is lacking counts', () => {
  const availability = (value: string) =>
    own({ serviceLevels: [{ indicator: 'Availability', value, measured: 'value 95.2 %' }] }).length;
  assert.deepEqual([availability('99.99%'), availability('95%')], [1, 0]);
});

test('opposite verdicts on an invariant are a contradiction, the same or an unknown one is none', () => {
  const verdict = (status: string, measured: string) =>
    own({ invariants: [{ name: 'I-01', status, measured }] }).length;
  const all = [
    verdict('PASS', 'FAIL, first'),
    verdict('pass', 'PASS, held'),
    verdict('PASS', 'UNKNOWN, no'),
    verdict('n/a', 'FAIL'),
  ];
  assert.deepEqual(all, [1, 0, 0, 0]);
});
