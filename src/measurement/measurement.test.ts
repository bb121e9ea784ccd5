import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badTime, recoveredMs } from './bad-time.ts';
import { conditionForm, conditionOf } from './condition.ts';
import { periodsOf, stepSeconds, wholeOf } from './periods.ts';
import { summarised } from './period-values.ts';
import { secondsOf } from './seconds-of.ts';
import type { Sample } from './series.ts';
import { changesOf, isOpen } from './transitions.ts';
import { valueText } from './value-text.ts';
import { verdictOf } from './violations.ts';

const samples = (values: (number | undefined)[], stepMs = 1000): Sample[] =>
  values.flatMap((value, index) => (value === undefined ? [] : [{ ms: index * stepMs, value, text: String(value) }]));
const periods = { before: { fromMs: 0, toMs: 4000 }, during: { fromMs: 4000, toMs: 8000 } };

test('a stretch of bad samples is followed out of the incident on both sides, over flicker and not over health', () => {
  const isBad = (value: number) => value > 0;
  const good = [0, 0, 0, 0, 0, 0];
  const all = samples([1, ...good, 1, 0, 1, 1, 1, 0, 1, ...good, 1]);
  const found = badTime(all, isBad, { fromMs: 9000, toMs: 10_000 }, 1000);
  assert.deepEqual(found, { fromMs: 7000, toMs: 13_000, samples: 5 });
  assert.equal(badTime(samples(good), isBad, { fromMs: 0, toMs: 5000 }, 1000), undefined);
  assert.equal(badTime(samples([Number.NaN, Number.NaN]), isBad, { fromMs: 0, toMs: 5000 }, 1000), undefined);
});

test('what a rate still sees after the last error is taken off, never to before the first', () => {
  assert.equal(recoveredMs({ fromMs: 10_000, toMs: 75_000 }, 15_000, 60_000), 30_000);
  assert.equal(recoveredMs({ fromMs: 10_000, toMs: 20_000 }, 15_000, 60_000), 25_000);
  assert.equal(recoveredMs({ fromMs: 10_000, toMs: 20_000 }, 15_000, undefined), 21_500);
});

test('the periods are as long as the incident, apart by the guard, and end now at the latest', () => {
  const { before, during, after } = periodsOf({ fromMs: 100_000, toMs: 160_000 }, 500_000, 30);
  assert.deepEqual(
    [before, during, after],
    [
      { fromMs: 10_000, toMs: 70_000 },
      { fromMs: 100_000, toMs: 160_000 },
      { fromMs: 190_000, toMs: 250_000 },
    ],
  );
  assert.equal(periodsOf({ fromMs: 100_000, toMs: 160_000 }, 180_000, 30).after, undefined);
  assert.equal(periodsOf({ fromMs: 100_000, toMs: 160_000 }, 200_000, 30).after?.toMs, 200_000);
});

test('no series is asked for more points than Prometheus gives', () => {
  for (const days of [1, 3, 30, 400]) {
    const span = wholeOf(periodsOf({ fromMs: 0, toMs: days * 86_400_000 }, Number.MAX_SAFE_INTEGER, 30));
    const step = stepSeconds(span, 15);
    assert.equal(step % 15, 0);
    assert.ok((span.toMs - span.fromMs) / 1000 / step < 11_000, String(days));
  }
});

test('an invariant passes, fails from its first violation on, or is not known; NaN breaks nothing', () => {
  const verdict = (values: (number | undefined)[]) =>
    verdictOf([{ labels: {}, samples: samples(values) }], '<= 5', periods);
  assert.deepEqual(verdict([1, 1, 1, 1, 1, 1]), { status: 'PASS' });
  assert.deepEqual(verdict([1, 1, 1, 1, Number.NaN]), { status: 'unknown' });
  assert.deepEqual(verdict([1, 1, 1]), { status: 'unknown' });
  assert.deepEqual(verdict([]), { status: 'unknown' });
  const broken = verdict([1, 1, 1, 7, 9, 1, 8]);
  assert.deepEqual([broken.status, broken.firstMs, broken.lastMs, broken.worst], ['FAIL', 3000, 6000, '9']);
  assert.equal(verdict([7, 7, 1, 1, 1]).already, true);
  const pods = ['b', 'a'].map((pod) => ({ labels: { pod }, samples: samples([1, 9]) }));
  assert.equal(verdictOf(pods, '<= 5', periods).labels, '{pod="a"}');
});

test('a circuit breaker changes by the meaning of its value, or by the label of the series that is 1', () => {
  const states = { 0: 'closed', 1: 'open' };
  const byValue = changesOf([{ labels: {}, samples: samples([0, 0, 1, undefined, 1, 0, 3]) }], { states });
  assert.deepEqual(
    byValue.map(({ ms, from, to }) => [ms, from, to]),
    [
      [2000, 'closed', 'open'],
      [5000, 'open', 'closed'],
      [6000, 'closed', 'value 3'],
    ],
  );
  const labelled = [
    { labels: { state: 'closed' }, samples: samples([1, 0, 0]) },
    { labels: { state: 'open' }, samples: samples([0, 1, 0]) },
    { labels: { state: 'half_open' }, samples: samples([0, 0, 1]) },
  ];
  assert.deepEqual(
    changesOf(labelled, {}).map(({ from, to }) => `${from} ${to}`),
    ['closed open', 'open half_open'],
  );
  assert.deepEqual(['open', 'OPEN', 'forced_open', 'half-open', 'closed'].map(isOpen), [
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('values are rounded for people, and never to all or to nothing', () => {
  const texts = [
    valueText(0.95226, 'ratio'),
    valueText(0.999999, 'ratio'),
    valueText(1, 'ratio'),
    valueText(1e-7, 'ratio'),
  ];
  assert.deepEqual(texts, ['95.226 %', '99.9999 %', '100 %', '0.00001 %']);
  assert.deepEqual([valueText(0.11987, 'latency'), valueText(8.5, 'latency')], ['120 ms', '8500 ms']);
  assert.deepEqual(
    [valueText(3.638, 'age'), valueText(303, 'age'), valueText(148.7, 'rate')],
    ['3.64 s', '5m 3s', '149 req/s'],
  );
});

test('conditions and lengths are read as they are written in Prometheus, and nothing else', () => {
  const holds = (condition: string, value: number) => conditionOf(condition)(value);
  assert.deepEqual(
    [holds('<= 5', 5), holds('<5', 5), holds('!= 0', 1), holds('>= 1e-3', 0.01)],
    [true, false, true, true],
  );
  for (const text of ['about 5', '=< 5', '5', '< five', '']) assert.ok(!conditionForm.test(text), text);
  assert.deepEqual(['15s', '1m30s', '1h', '2d', '15', '1.5m', 'm'].map(secondsOf), [
    15,
    90,
    3600,
    172_800,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a period without samples has no value; the highest counts of latencies', () => {
  const all = samples([1, 2, undefined, 3, Number.NaN]);
  assert.deepEqual(summarised(all, { fromMs: 0, toMs: 4000 }, 'mean'), { value: 2 });
  assert.deepEqual(summarised(all, { fromMs: 0, toMs: 4000 }, 'highest'), { value: 3 });
  assert.deepEqual(summarised(all, { fromMs: 2000, toMs: 3000 }, 'mean'), { missing: 'noSamples' });
  assert.deepEqual(summarised(all, { fromMs: 4000, toMs: 5000 }, 'mean'), { missing: 'noTraffic' });
});
