import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RecordSchema } from '../record/record.ts';
import { readEvidence, type SourceReading } from '../sources/index.ts';
import { draftRecord } from './index.ts';

const sample = (name: string) => readFileSync(new URL(`../sources/${name}/sample.json`, import.meta.url), 'utf8');
const reading = (name: string): SourceReading => readEvidence({ name: `${name}.json`, text: sample(name) });
const readings = ['alertmanager', 'slack', 'kubernetes'].map(reading);
const questions = (of: SourceReading[]) => draftRecord(of).custom?.[0]?.text.split('\n') ?? [];

test('one incident from three sources, in time order, each event with its evidence', () => {
  const record = draftRecord(readings, { id: 'INC-7', now: '2026-03-05T09:00:00Z' });
  assert.deepEqual(RecordSchema.parse(record), record);
  assert.deepEqual(record.incident, {
    id: 'INC-7',
    title: 'HighErrorRate (checkout)',
    date: '2026-03-04',
    severity: 'SEV2',
    services: 'checkout, orders',
  });
  assert.equal(record.document?.lastUpdated, '2026-03-05');
  const timeline = record.timeline ?? [];
  assert.deepEqual(
    timeline.map(({ at = '' }) => at).toSorted(),
    timeline.map(({ at }) => at),
  );
  assert.deepEqual([...new Set(timeline.map(({ source }) => source))].toSorted(), [
    'alertmanager',
    'kubernetes',
    'slack',
  ]);
  assert.ok(timeline.every(({ evidence }) => /^\w+\.json#\//.test(evidence ?? '')));
});

test('a milestone is stated once: by an alert, or suggested and marked so', () => {
  const marked = (draftRecord(readings).timeline ?? []).filter(({ milestone }) => milestone);
  assert.deepEqual(
    marked.map(({ milestone, inferred = false, inferredFrom }) => [milestone, inferred, inferredFrom]),
    [
      ['detected', false, undefined],
      ['declared', true, 'wording'],
      ['rootCauseIdentified', true, 'wording'],
      ['mitigationStarted', true, 'wording'],
      ['mitigated', true, 'position'],
      ['resolved', true, 'wording'],
    ],
  );
});

test('start and end stay empty, and are asked, when no source states them', () => {
  const { incident } = draftRecord(readings);
  assert.ok(!incident?.start && !incident?.end);
  const asked = questions(readings);
  assert.equal(
    asked[0],
    '- When did impact begin? The first alert fired at 14:23 UTC; the onset is not in the evidence.',
  );
  assert.ok(asked.some((question) => question.startsWith('- Is resolved right?')));
  assert.ok(
    asked.includes(
      '- Is the severity SEV2 right? Stated were critical (alertmanager), SEV2 (slack), warning (alertmanager).',
    ),
  );
});

test('a stated onset and end become start and end, and are not asked', () => {
  const base = reading('alertmanager');
  const event = { key: 'x', epochMs: Date.UTC(2026, 2, 4, 14, 20), text: 'Impact began', evidence: 'x.json#/0' };
  const stated: SourceReading = {
    ...base,
    events: [
      { ...event, milestone: 'impactStarted' },
      { ...event, key: 'y', epochMs: event.epochMs + 3_600_000, text: 'Restored', milestone: 'resolved' },
    ],
  };
  const { incident } = draftRecord([base, stated]);
  assert.equal(incident?.start?.at, '2026-03-04T14:20:00Z');
  assert.equal(incident?.end?.at, '2026-03-04T15:20:00Z');
  assert.ok(!questions([base, stated]).some((question) => question.includes('impact begin')));
});

test('every sentence of the summary cites a time and a source', () => {
  const text = draftRecord(readings).summary?.text ?? '';
  const cited = text.match(/\(2026-03-04 \d\d:\d\d UTC, (?:alertmanager|slack|kubernetes)\)\./g) ?? [];
  assert.equal(cited.length, 7);
  assert.ok(
    text.startsWith(
      'Alert HighErrorRate (checkout) fired: 5xx ratio of checkout is 23 % (2026-03-04 14:23 UTC, alertmanager).',
    ),
  );
});

test('an alert still open is asked about and keeps mitigated from being suggested', () => {
  const [first, , last] = JSON.parse(sample('alertmanager')) as { alerts: object[] }[];
  const read = (value: unknown, name: string) => readEvidence({ name, text: JSON.stringify(value) });
  const firing = read(first, 'a.json');
  assert.ok(
    questions([firing]).some((question) => question.startsWith('- When did this end: Alert HighErrorRate (checkout)?')),
  );
  const partly = read({ ...first, alerts: [first?.alerts[0], { ...last?.alerts[1] }] }, 'b.json');
  assert.ok(!draftRecord([partly]).timeline?.some(({ milestone }) => milestone === 'mitigated'));
  const closedLater = draftRecord([firing, read(last, 'c.json')]).timeline ?? [];
  assert.ok(closedLater.some(({ milestone, inferred }) => milestone === 'mitigated' && inferred === true));
});

test('a storm is one event with its count; a later snapshot replaces an earlier one', () => {
  const earlier = readEvidence({
    name: 'early.json',
    text: sample('kubernetes').replace('"count": 42', '"count": 12'),
  });
  const storm = draftRecord([earlier, reading('kubernetes')]).timeline?.find(({ text }) =>
    text?.startsWith('Unhealthy'),
  );
  assert.equal(storm?.count, 42);
  assert.match(storm?.notes ?? '', /^Seen 42 times, last at 2026-03-04T14:44:50Z\./);
});

test('no evidence gives no event and only questions', () => {
  const record = draftRecord([]);
  assert.deepEqual([record.timeline, record.incident, record.summary], [[], {}, {}]);
  assert.match(record.custom?.[0]?.text ?? '', /^- When did impact begin\? There is no event/);
});
