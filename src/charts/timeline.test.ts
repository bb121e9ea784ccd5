import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../record/record.ts';
import { timelineChart } from './timeline.ts';

type Event = NonNullable<PostmortemRecord['timeline']>[number];
const event = (at: string, more: Partial<Event> = {}): Event => ({
  at,
  precision: 'instant',
  zone: 'UTC',
  text: `at ${at}`,
  ...more,
});

const outage: PostmortemRecord = {
  timeline: [
    event('2025-12-19T14:23', { phase: 'detection', milestone: 'detected', text: 'First alert <b>&"' }),
    event('2025-12-19T14:25', { phase: 'detection', milestone: 'acknowledged' }),
    event('2025-12-19T14:35', { phase: 'investigation', milestone: 'rootCauseIdentified', inferred: true }),
    event('2025-12-19T14:45', { phase: 'mitigation', milestone: 'mitigationStarted' }),
    event('2025-12-19T15:30', { phase: 'recovery', milestone: 'mitigated' }),
    event('2025-12-19T16:00', { phase: 'recovery', milestone: 'resolved' }),
  ],
};
const figures = {
  duration: {
    status: 'known',
    unit: 'seconds',
    seconds: 5820,
    from: 'detected',
    to: 'resolved',
    formula: 'resolved - detected',
    cites: [],
  },
} as const;

const texts = (svg: string): string[] => [...svg.matchAll(/<tspan>([^<]*)<\/tspan>/g)].map((match) => match[1] ?? '');

test('phases, milestones, axis and the measured span are words in the drawing', () => {
  const words = texts(timelineChart(outage, { duration: { ...figures.duration, cites: [] } }));
  for (const word of [
    '14:30',
    '19 Dec 2025',
    'Mitigation',
    'Recovery',
    'detected 14:23',
    'root cause identified ? 14:35',
    'times: UTC',
  ])
    assert.ok(words.includes(word), `${word} in ${words.join(' | ')}`);
  assert.ok(words.some((word) => word.startsWith('duration 1h 37m · from detected to resolved')));
});

test('the description names everything the picture shows, escaped', () => {
  const svg = timelineChart(outage, {});
  assert.match(svg, /role="img" aria-labelledby="timeline-title timeline-desc"/);
  assert.match(
    svg,
    /<desc id="timeline-desc">6 events from 19 Dec 2025 14:23 to 19 Dec 2025 16:00 \(UTC\)\. Phases: Detection 12m/,
  );
  assert.doesNotMatch(svg, /<b>/);
});

test('equal input gives equal bytes; paper has no CSS variables', () => {
  assert.equal(timelineChart(outage, {}), timelineChart(structuredClone(outage), {}));
  assert.match(timelineChart(outage, {}), /var\(--phase-detection, #/);
  assert.doesNotMatch(timelineChart(outage, {}, { palette: 'paper' }), /var\(/);
});

test('labels never overlap', () => {
  const crowd = outage.timeline?.map((each, index) => ({ ...each, at: `2025-12-19T14:2${index}` })) ?? [];
  const far = event('2025-12-19T22:00', { milestone: 'closed' });
  const svg = timelineChart({ timeline: [...crowd, far] }, {});
  const places = [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)" fill="var\(--ink[^>]*><tspan>([^<]*)/g)];
  assert.equal(places.length, 7);
  assert.equal(new Set(places.map((place) => place[2])).size >= 6, true);
});

test('an empty timeline and one without usable times say what to add', () => {
  assert.match(timelineChart({}, {}), /No timeline yet/);
  assert.match(timelineChart({ timeline: [{ text: 'x', precision: 'unknown' }] }, {}), /None of 1 events/);
});

test('one event stands in the middle', () => {
  assert.match(timelineChart({ timeline: [event('2025-12-19T14:23')] }, {}), /<circle cx="384"/);
});

test('thousands of events become bars and stay small', () => {
  const timeline = Array.from({ length: 5000 }, (_, index) =>
    event(new Date(1_700_000_000_000 + index * 61_000).toISOString().slice(0, 19)),
  );
  const svg = timelineChart({ timeline }, {});
  assert.ok(svg.length < 40_000, String(svg.length));
  assert.match(svg, /5000 events/);
});

test('the two weeks before a follow-up are folded, the incident is not', () => {
  const follow = event('2026-01-05T10:00', { text: 'follow-up' });
  const svg = timelineChart({ timeline: [...(outage.timeline ?? []), follow] }, {});
  assert.ok(texts(svg).includes('~17d'));
  assert.ok(texts(svg).includes('Mitigation'));
});

test('a zone that was not stated is said, and wall times stay as written', () => {
  const words = texts(
    timelineChart(
      {
        timeline: [
          { at: '2025-06-01T09:00', precision: 'instant' },
          { at: '2025-06-01T10:00', precision: 'instant' },
        ],
      },
      {},
    ),
  );
  assert.ok(words.includes('times: zone not stated') && words.includes('09:00'));
  const london = texts(timelineChart({ timeline: [{ at: '2025-06-01T09:00:00+01:00', precision: 'instant' }] }, {}));
  assert.ok(london.includes('09:00'), london.join());
});

test('without phases the milestones divide the incident; what has no end is no phase', () => {
  const only = (...names: NonNullable<Event['milestone']>[]) =>
    texts(
      timelineChart({ timeline: names.map((milestone, index) => event(`2025-12-19T1${index}:00`, { milestone })) }, {}),
    );
  assert.ok(only('impactStarted', 'acknowledged', 'mitigationStarted', 'resolved').includes('Investigation'));
  assert.ok(only('impactStarted', 'resolved').includes('Incident'));
  assert.ok(only('impactStarted', 'mitigated', 'resolved').includes('Incident'));
  assert.ok(!only('detected', 'declared', 'mitigationStarted').includes('Mitigation'));
});

test('labels name the day where it is not the first one, and only the day when no time is known', () => {
  const days = texts(
    timelineChart(
      {
        timeline: [
          event('2025-12-19T23:00', { milestone: 'detected' }),
          event('2025-12-20T01:00', { milestone: 'resolved' }),
        ],
      },
      {},
    ),
  );
  assert.ok(days.includes('detected 23:00') && days.includes('resolved 20 Dec 01:00'), days.join());
  const day = texts(
    timelineChart({ timeline: [event('2025-12-19', { precision: 'day', milestone: 'detected' })] }, {}),
  );
  assert.ok(day.includes('detected 19 Dec'), day.join());
});
