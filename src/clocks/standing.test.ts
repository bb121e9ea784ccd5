import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../record/record.ts';
import { builtinRules } from './builtin/index.ts';
import type { ClockMark } from './mark.ts';
import { rulesWith } from './own.ts';
import { OwnRules } from './rule.ts';
import { type Ground, type Standing, standClocks } from './standing.ts';

const event = (at: string, text: string, more = {}) => ({
  at,
  precision: 'instant' as const,
  zone: 'UTC',
  text,
  ...more,
});
const said = { by: 'ann', saidAt: '2026-11-20T12:00:00Z' };
const detected = event('2026-11-20T10:00', 'An alert fired.', { milestone: 'detected' });

type Given = { marks?: Record<string, ClockMark>; organisation?: string[]; now?: string; own?: unknown };
function standing(record: PostmortemRecord, { marks = {}, organisation = [], now, own }: Given = {}): Standing[] {
  const ground: Ground = {
    rules: own === undefined ? builtinRules : rulesWith(OwnRules.parse(own)),
    marks: new Map(Object.entries(marks)),
    organisation,
    calendar: { zone: 'UTC', regions: [], isHoliday: () => false },
    now: now ?? '2026-11-20T12:00:00Z',
  };
  return standClocks(record, ground);
}
const of = (id: string, clocks: Standing[]): Standing => {
  const found = clocks.find(({ rule }) => rule.id === id);
  assert.ok(found, id);
  return found;
};
const applying = (clocks: Standing[]) => clocks.filter(({ state }) => !/not/.test(state)).map(({ rule }) => rule.id);

test('an incident of which nothing is said concerns no regime', () => {
  assert.deepEqual(applying(standing({ timeline: [detected] })), []);
});

test('a yes of the document starts the clock at the detection it cites, and asks what only people know', () => {
  const clocks = standing({ timeline: [detected], obligations: [{ regime: 'GDPR', required: 'YES - within 72h' }] });
  const { state, start, until, applies } = of('gdpr-33', clocks);
  assert.deepEqual([state, start?.path, until], ['running', 'timeline[0]', '2026-11-23T10:00:00.000Z']);
  assert.deepEqual([applies.because, applies.path], ['document', 'obligations[0]']);
  assert.equal(of('gdpr-34', clocks).state, 'asked');
});

test('a no of the document ends it; a no to all states is a no to each; a yes to them asks which', () => {
  const no = standing({
    obligations: [
      { regime: 'gdpr', required: 'NO' },
      { regime: 'State laws', required: 'No' },
    ],
  });
  assert.deepEqual([of('gdpr-33', no).state, of('texas-individuals', no).state], ['notApplicable', 'notApplicable']);
  const yes = standing({ obligations: [{ regime: 'State laws', required: 'YES' }] });
  assert.equal(of('texas-individuals', yes).state, 'asked');
});

test('a form that nobody filled in is no answer', () => {
  assert.deepEqual(applying(standing({ obligations: [{ regime: 'GDPR', required: 'YES/NO' }] })), []);
});

test('what the organisation is asks the clocks of its regimes, and no data compromised is a no to those about data', () => {
  const organisation = ['eu-personal-data', 'nis2-entity'];
  assert.equal(of('nis2-early-warning', standing({}, { organisation })).state, 'asked');
  assert.equal(of('gdpr-33', standing({}, { organisation })).state, 'asked');
  const none = standing({ incident: { dataCompromised: 'No' } }, { organisation });
  assert.deepEqual([of('gdpr-33', none).state, of('gdpr-33', none).applies.because], ['notApplicable', 'data']);
});

test('a guessed detection starts nothing: it is suggested, with the deadline that would follow', () => {
  const guessed = { ...detected, inferred: true };
  const { state, start, suggested, until } = of(
    'gdpr-33',
    standing({ timeline: [guessed], obligations: [{ regime: 'GDPR', required: 'YES' }] }),
  );
  assert.deepEqual([state, start, suggested?.at], ['waiting', null, '2026-11-20T10:00:00.000Z']);
  assert.equal(until, '2026-11-23T10:00:00.000Z');
});

test('a day counts from its beginning, so that nobody is late for having written less', () => {
  const day = { at: '2026-11-20', precision: 'day' as const, zone: 'UTC', milestone: 'detected' as const };
  const clocks = standing({ timeline: [day], obligations: [{ regime: 'GDPR', required: 'YES' }] });
  assert.equal(of('gdpr-33', clocks).until, '2026-11-23T00:00:00.000Z');
});

test('DORA: four hours after the classification, and not later than 24 hours after the awareness', () => {
  const yes = { reason: 'Two criteria are met.', yes: true, ...said };
  const at = (time: string) =>
    of(
      'dora-initial',
      standing(
        { timeline: [detected] },
        {
          marks: { 'dora-initial': { applies: yes, begun: { from: { at: time, reason: 'So the board.', ...said } } } },
        },
      ),
    );
  assert.deepEqual(
    [at('2026-11-20T11:00:00Z').until, at('2026-11-20T11:00:00Z').limit],
    ['2026-11-20T15:00:00.000Z', 'within'],
  );
  // Classified 22 hours on: two hours are left of the 24.
  assert.deepEqual(
    [at('2026-11-21T08:00:00Z').until, at('2026-11-21T08:00:00Z').limit],
    ['2026-11-21T10:00:00.000Z', 'latest'],
  );
  // Classified after the 24 hours: four hours again (Art. 5(2)).
  assert.deepEqual(
    [at('2026-11-22T08:00:00Z').until, at('2026-11-22T08:00:00Z').limit],
    ['2026-11-22T12:00:00.000Z', 'within'],
  );
});

test('the classification is found by its words as a suggestion, and the clock waits for it', () => {
  const timeline = [detected, event('2026-11-20T11:00', 'The incident was classified as major by the duty manager.')];
  const marks = { 'dora-initial': { applies: { yes: true, reason: 'Major.', ...said } } };
  const { state, suggested, awaits } = of('dora-initial', standing({ timeline }, { marks }));
  assert.deepEqual([state, suggested?.path, awaits], ['waiting', 'timeline[1]', 'from']);
});

test('chains count from what was done before: NIS2 final report a month after the notification', () => {
  const yes = { applies: { yes: true, reason: 'Significant.', ...said } };
  const done = { at: '2026-11-22T09:00:00Z', proof: 'Case 4711', ...said };
  const before = standing({ timeline: [detected] }, { marks: { 'nis2-final': yes } });
  assert.equal(of('nis2-final', before).state, 'waiting');
  const after = standing(
    { timeline: [detected] },
    { marks: { 'nis2-final': yes, 'nis2-notification': { ...yes, done } } },
  );
  const { state, start, until, day } = of('nis2-final', after);
  assert.deepEqual([state, start?.by, start?.text, day], ['running', 'clock', 'Case 4711', '2026-12-22']);
  assert.equal(until, '2026-12-23T00:00:00.000Z');
});

test('done is done, late or not; what ran out without being done is overdue', () => {
  const record = { timeline: [detected], obligations: [{ regime: 'GDPR', required: 'YES' }] };
  const done = (at: string) => ({ marks: { 'gdpr-33': { done: { at, proof: 'Mail', ...said } } } });
  assert.equal(of('gdpr-33', standing(record, done('2026-11-23T10:00:00Z'))).state, 'done');
  assert.equal(of('gdpr-33', standing(record, done('2026-11-23T10:00:01Z'))).state, 'doneLate');
  assert.equal(of('gdpr-33', standing(record, { now: '2026-11-23T10:00:00Z' })).state, 'running');
  assert.equal(of('gdpr-33', standing(record, { now: '2026-11-23T10:00:01Z' })).state, 'overdue');
});

test('a law without a number has a clock without an end', () => {
  const { state, until } = of(
    'pci-brands',
    standing({ timeline: [detected], obligations: [{ regime: 'PCI', required: 'YES' }] }),
  );
  assert.deepEqual([state, until], ['prompt', null]);
});

test('a contract is a rule of the team: at its severities, in business hours of its country', () => {
  const own = {
    without: ['gdpr-34'],
    rules: [
      {
        id: 'acme',
        regime: 'Acme contract',
        tell: 'Acme',
        what: 'First report',
        severities: ['SEV1'],
        from: 'declared',
        within: '4h',
        cite: 'Contract of 2026, § 7',
      },
    ],
  };
  const record = {
    incident: { severity: 'SEV1 (critical)' },
    timeline: [{ ...detected, milestone: 'declared' as const }],
  };
  const clocks = standing(record, { own });
  assert.deepEqual([of('acme', clocks).state, of('acme', clocks).until], ['running', '2026-11-20T14:00:00.000Z']);
  assert.equal(
    clocks.some(({ rule }) => rule.id === 'gdpr-34'),
    false,
  );
  assert.equal(of('acme', standing({ incident: { severity: 'SEV2' } }, { own })).state, 'notApplicable');
});

test('an obligation of a regime that no rule speaks of counts by the time it states', () => {
  const clocks = standing({
    timeline: [detected],
    obligations: [{ regime: 'Bank of Elsewhere', required: 'Yes, within 8 hours' }],
  });
  assert.equal(of('stated-bank-of-elsewhere', clocks).until, '2026-11-20T18:00:00.000Z');
});
