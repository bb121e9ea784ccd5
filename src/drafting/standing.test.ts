import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { PostmortemRecord } from '../record/record.ts';
import { readEvidence } from '../sources/index.ts';
import { draftRecord } from './index.ts';

const text = readFileSync(new URL('../sources/alertmanager/sample.json', import.meta.url), 'utf8');
const alerts = readEvidence({ name: 'alerts.json', text });
const instant = (at: string) => ({ at: `2026-03-04T${at}Z`, precision: 'instant' as const, zone: 'UTC' });
const measured: PostmortemRecord = {
  timeline: [
    {
      ...instant('14:21:30'),
      text: 'checkout misses its objective of 99.9 %',
      milestone: 'impactStarted',
      source: 'prometheus/checkout',
      evidence: 'sha256:aa',
    },
    {
      ...instant('14:40:10'),
      text: 'checkout meets its objective of 99.9 % again',
      milestone: 'mitigated',
      source: 'prometheus/checkout',
      evidence: 'sha256:aa',
    },
  ],
};
const call = (tool: string, at: string, result = 'ok after 840 ms: done') => ({
  text: `${tool}: deployment=checkout`,
  tool: `${tool} (MCP, ops 1.2.0)`,
  result,
  at: instant(at),
  by: 'agent desk 3.1',
});
const draft = (standing: PostmortemRecord) => draftRecord([alerts], { standing });
const questions = (standing: PostmortemRecord) => draft(standing).custom?.[0]?.text ?? '';

test('what was measured is told, and no question asks for it', () => {
  const { summary, incident, impact } = draft(measured);
  assert.match(summary?.text ?? '', /^checkout misses its objective of 99\.9 % \(2026-03-04 14:21 UTC, prometheus/);
  assert.deepEqual([incident?.start?.at, incident?.end?.at], ['2026-03-04T14:21:30Z', '2026-03-04T14:40:10Z']);
  assert.match(impact?.text ?? '', /^Impact lasted from 14:21 UTC to 14:40 UTC, 18m 40s \(/);
  const asked = questions(measured);
  assert.ok(!/When did impact begin|Is mitigated right/.test(asked), asked);
  assert.match(asked, /When was service restored for users\? checkout meets its objective of 99\.9 % again \(/);
});

test('events that the document has are no part of the timeline of a draft', () => {
  const all = draft(measured).timeline ?? [];
  assert.ok(all.length > 0 && all.every(({ source }) => source === 'alertmanager'));
  const standing = { timeline: [...(measured.timeline ?? []), ...all] };
  assert.deepEqual(draft(standing).timeline, []);
  assert.deepEqual({ ...draft(standing), timeline: all }, draft(measured));
});

test('a milestone that a person confirmed or took away counts as the document has it', () => {
  const all = draftRecord([alerts]).timeline ?? [];
  const suggested = all.find(({ inferred }) => inferred);
  assert.equal(suggested?.milestone, 'mitigated');
  const confirmed = all.map((event) =>
    event === suggested ? { ...event, inferred: false, inferredFrom: undefined } : event,
  ) as NonNullable<PostmortemRecord['timeline']>;
  assert.match(questions({ timeline: all }), /Is mitigated right\?/);
  assert.ok(!questions({ timeline: confirmed }).includes('Is mitigated right?'));
  const taken = all.map((event) => (event === suggested ? { ...event, milestone: undefined } : event));
  assert.ok(!questions({ timeline: taken as typeof all }).includes('Is mitigated right?'));
});

test('a tool that mends joins the timeline once, one that only looks does not', () => {
  const steps = [call('get_pods', '14:26:00'), call('rollout_undo', '14:30:00'), call('rollback', '14:31:00')];
  const { timeline = [], summary, steps: drafted } = draft({ ...measured, steps });
  const ofAgent = timeline.filter(({ source }) => source === 'steps');
  assert.deepEqual(
    ofAgent.map(({ at, text: told, actor, milestone }) => [at, told, actor, milestone]),
    [
      ['2026-03-04T14:30:00Z', 'rollout_undo: deployment=checkout', 'agent desk 3.1', 'mitigationStarted'],
      ['2026-03-04T14:31:00Z', 'rollback: deployment=checkout', 'agent desk 3.1', undefined],
    ],
  );
  assert.equal(drafted, undefined);
  assert.match(
    summary?.resolution ?? '',
    /^Agent desk 3\.1 called rollout_undo: deployment=checkout, ok after 840 ms \(2026-03-04 14:30 UTC, steps\)\. checkout meets/,
  );
  const again = draft({ ...measured, steps, timeline: [...(measured.timeline ?? []), ...timeline] });
  assert.deepEqual(again.timeline, []);
  assert.equal(again.summary?.resolution, summary?.resolution);
});

test('a tool call that failed is no begin of mitigation, and says so', () => {
  const steps = [call('rollback', '14:30:00', 'tool error after 20 ms: no such release')];
  const { timeline = [], rootCause } = draft({ steps });
  const failed = timeline.find(({ source }) => source === 'steps');
  assert.equal(failed?.milestone, undefined);
  assert.match(failed?.notes ?? '', /no such release/);
  assert.match(rootCause?.whatHappened ?? '', /called rollback: deployment=checkout, tool error after 20 ms \(/);
});

test('what people wrote is not asked: cause, roles, severity, who was affected', () => {
  const known = 'root cause|led the response|Who was affected';
  const standing: PostmortemRecord = {
    rootCause: { primary: 'A connection pool of ten.' },
    roles: [{ role: 'Incident Commander', name: 'Ada' }],
    impact: { customers: { users: '1,200' } },
  };
  assert.match(questions({}), new RegExp(known));
  assert.doesNotMatch(questions(standing), new RegExp(known));
});

test('what a person states of a milestone goes before what evidence states', () => {
  const standing: PostmortemRecord = {
    timeline: [{ ...instant('14:30:00'), text: 'Ada saw it on a dashboard', milestone: 'detected' }],
  };
  const first = draft(standing);
  assert.match(first.detection?.method ?? '', /^Ada saw it on a dashboard \(2026-03-04 14:30 UTC, timeline\)\.$/);
  assert.match(first.summary?.what ?? '', /^Ada saw it/);
});

test('a day, a range or a time without a zone is no instant: it is told nowhere, and not asked', () => {
  const impact = { text: 'Orders fail', milestone: 'impactStarted' as const };
  const moments = [
    { at: '2026-03-04', precision: 'day' as const },
    { at: '2026-03-04T13:00', until: '2026-03-04T14:20', precision: 'range' as const, zone: 'UTC' },
    { at: '2026-03-04T14:20:00', precision: 'instant' as const },
    { at: '2026-03-04T15:20:00', precision: 'instant' as const, zone: 'BST' },
  ];
  for (const moment of moments) {
    const record = draft({ timeline: [{ ...moment, ...impact }] });
    assert.deepEqual([record.incident?.start, record.summary?.impact], [undefined, undefined], moment.at);
    assert.doesNotMatch(record.custom?.[0]?.text ?? '', /When did impact begin/);
  }
});

test('a tool call that a person told in other words, or at another time, is not told twice', () => {
  const standing = { ...measured, steps: [call('rollback', '14:30:00')] };
  const [told] = draft(standing).timeline?.filter(({ source }) => source === 'steps') ?? [];
  const changed = [
    { ...told, text: 'The agent rolled checkout back' },
    { ...told, at: '2026-03-04T14:29:00Z' },
  ];
  for (const event of changed) {
    const timeline = [...(measured.timeline ?? []), event] as NonNullable<PostmortemRecord['timeline']>;
    assert.ok(!draft({ ...standing, timeline }).timeline?.some(({ source }) => source === 'steps'));
  }
  const own = { ...instant('14:30:00'), text: 'rollback: deployment=checkout' };
  assert.ok(!draft({ ...standing, timeline: [own] }).timeline?.some(({ source }) => source === 'steps'));
});

test('steps without a tool are no events: somebody wrote them, or a draft did', () => {
  const steps = [{ text: 'Restarted all of it', at: instant('14:30:00'), by: 'Ada' }];
  assert.ok(!draft({ steps }).timeline?.some(({ text: told }) => told === 'Restarted all of it'));
});

test('mitigation begins neither before the impact nor after its end', () => {
  const begin = (at: string) =>
    draftRecord([], { standing: { ...measured, steps: [call('rollback', at)] } }).timeline?.[0]?.milestone;
  assert.deepEqual(['13:00:00', '14:30:00', '16:00:00'].map(begin), [undefined, 'mitigationStarted', undefined]);
});

test('ten thousand equal events take no time', () => {
  const event = { ...instant('14:30:00'), text: 'again', source: 'x' };
  const before = performance.now();
  draft({ timeline: Array.from({ length: 10_000 }, () => event) });
  assert.ok(performance.now() - before < 2000);
});
