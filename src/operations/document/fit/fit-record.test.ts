import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../../record/record.ts';
import { builtinTemplates, type Template } from '../../../templates/index.ts';
import { fitRecord } from './fit-record.ts';

const named = (name: string) => builtinTemplates().find((template) => template.name === name) as Template;
const event = (at: string, text: string, milestone?: string) =>
  ({ at: `2026-10-14T${at}`, precision: 'instant', text, ...(milestone === undefined ? {} : { milestone }) }) as const;

const record = {
  incident: { date: '2026-10-14', severity: 'SEV2' },
  timeline: [
    event('14:02', 'first errors', 'impactStarted'),
    event('14:09', 'taken up', 'acknowledged'),
    event('14:24', 'scaled out'),
    event('14:38', 'cause found', 'rootCauseIdentified'),
    event('14:49', 'rolled back', 'mitigated'),
    event('15:04', 'resolved', 'resolved'),
  ],
  actions: [
    { text: 'soon', due: '2026-10-20' },
    { text: 'later', due: '2026-12-30' },
    { text: 'own', due: '2026-10-15', horizon: 'Quarter' },
    { text: 'open end' },
  ],
} as PostmortemRecord;

test('events get their phase from the milestones, in order of time', () => {
  const fitted = fitRecord(record, named('enterprise'));
  assert.deepEqual(
    fitted.timeline?.map(({ phase }) => phase),
    ['detection', 'detection', 'investigation', 'investigation', 'mitigation', 'recovery'],
  );
});

test('phases a document states are left alone, and none are made up without a milestone', () => {
  const stated = {
    timeline: [{ ...event('14:02', 'x', 'detected'), phase: 'own' }, event('14:03', 'y')],
  } as PostmortemRecord;
  assert.deepEqual(fitRecord(stated, named('enterprise')).timeline, stated.timeline);
  const bare = { timeline: [event('14:02', 'x')] } as PostmortemRecord;
  assert.deepEqual(fitRecord(bare, named('enterprise')).timeline, bare.timeline);
});

test('actions get the horizon that their due date keeps, whatever the template calls it', () => {
  assert.deepEqual(
    fitRecord(record, named('slo-service')).actions?.map(({ horizon }) => horizon),
    ['Immediate', 'Long-term', 'Quarter', undefined],
  );
  assert.equal(fitRecord(record, named('enterprise')).actions?.[0]?.priority, 'critical');
});

test('the window comes from confirmed milestones only, severity in the canonical word', () => {
  const fitted = fitRecord(record, named('enterprise'));
  assert.equal(fitted.incident?.start?.at, '2026-10-14T14:02');
  assert.equal(fitted.incident?.end?.at, '2026-10-14T15:04');
  assert.equal(fitted.incident?.severity, 'high');
  const guessed = { timeline: [{ ...event('14:02', 'x', 'detected'), inferred: true }] } as PostmortemRecord;
  assert.equal(fitRecord(guessed, named('enterprise')).incident, undefined);
});
