import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainCalendar } from '../calendar/work-calendar.ts';
import { builtinRules, type ClockMark, standClocks } from '../clocks/index.ts';
import { defaultPolicy } from '../record/policy.ts';
import { clock } from './clock.ts';
import type { Follow } from './occasion.ts';

const follow: Follow = {
  calendar: { ...plainCalendar, quiet: { from: '18:00', to: '08:00' } },
  hour: '09:00',
  remindBefore: [],
  remindAfter: [],
  escalateAfter: [],
  warnAt: [],
  clockWarnAt: [50, 75],
  clockOverdueAfter: ['24h'],
};
const detected = { at: '2027-12-30T20:00', precision: 'instant' as const, zone: 'UTC', milestone: 'detected' as const };

function planned(regime: string, marks: Record<string, ClockMark> = {}, now = '2027-12-30T21:00:00Z') {
  const record = { timeline: [detected], obligations: [{ regime, required: 'YES' }] };
  const clocks = standClocks(record, {
    rules: builtinRules,
    marks: new Map(Object.entries(marks)),
    organisation: [],
    calendar: { zone: 'UTC', regions: [], isHoliday: () => false },
    now,
  });
  return clock.plan({ record, milestones: [], policy: defaultPolicy, written: true, actions: [], clocks }, follow);
}
const said = { by: 'ann', saidAt: '2027-12-30T21:00:00Z' };

test('a clock of hours is spoken of at half, at three quarters, at its end and a day later, at night and on holidays too', () => {
  assert.deepEqual(
    planned('GDPR').map(({ key, at }) => [key, at]),
    [
      ['clock/gdpr-33/2028-01-02T20:00:00.000Z/50%', '2028-01-01T08:00:00.000Z'],
      ['clock/gdpr-33/2028-01-02T20:00:00.000Z/75%', '2028-01-02T02:00:00.000Z'],
      ['clock/gdpr-33/2028-01-02T20:00:00.000Z/over', '2028-01-02T20:00:00.000Z'],
      ['clock/gdpr-33/2028-01-02T20:00:00.000Z/+24h', '2028-01-03T20:00:00.000Z'],
    ],
  );
});

test('a clock of weeks waits for working hours with its warnings', () => {
  const moments = planned('HIPAA').filter(({ about }) => about === 'clock/hipaa-individuals');
  assert.deepEqual(moments.map(({ step, at }) => [step, at]).slice(0, 3), [
    // The middle would be Saturday, 29 January; three quarters Monday, 14 February, in the morning.
    ['50%', '2028-01-31T08:00:00.000Z'],
    ['75%', '2028-02-14T08:00:00.000Z'],
    ['over', '2028-02-29T00:00:00.000Z'],
  ]);
});

test('nothing is said of a clock that is settled, does not apply, or waits; of one that ran out it is still said', () => {
  const done = { at: '2027-12-31T20:00:00Z', proof: 'Case 1', ...said };
  assert.deepEqual(planned('GDPR', { 'gdpr-33': { done } }), []);
  assert.deepEqual(planned('GDPR', { 'gdpr-33': { applies: { yes: false, reason: 'Encrypted.', ...said } } }), []);
  assert.equal(planned('GDPR', {}, '2028-01-05T00:00:00Z').length, 4);
});

test('another beginning makes other occasions; the notice cites the law and says what is left', () => {
  const begun = { from: { at: '2027-12-31T10:00:00Z', reason: 'Forensics.', ...said } };
  const [first] = planned('GDPR', { 'gdpr-33': { begun } });
  assert.equal(first?.due, '2028-01-03T10:00:00.000Z');
  const { kind, values } = first.tell(Date.parse('2028-01-03T00:00:00Z'));
  assert.equal(kind, 'clock.running-out');
  assert.deepEqual(values, {
    clock: 'GDPR: Supervisory authority (Art. 55)',
    due: '2028-01-03 10:00 UTC',
    left: '10 h left',
    citation: 'Regulation (EU) 2016/679, Art. 33(1)',
  });
});
