import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toEpochMs } from '../values/instant.ts';
import { builtinRules, concerns } from './builtin/index.ts';
import { deadlineOf } from './deadline.ts';

// Federal holidays and bank holidays of the examples, by hand: the calendar itself is not under test here.
const off = new Set([
  'US 2026-11-26',
  'US 2026-12-25',
  'US 2026-07-03',
  'US 2026-05-25',
  'DE 2026-05-01',
  'DE 2026-12-25',
]);
const isHoliday = (region: string, day: string): boolean => off.has(`${region} ${day}`);

/** Law, clock, where, when it began (wall time there), and when it runs out (wall time there). */
const examples: [string, string, { region?: string; zone: string }, string, string][] = [
  ['hours run through a weekend', 'gdpr-33', { zone: 'Europe/Paris' }, '2026-05-15T17:30', '2026-05-18T17:30'],
  [
    '72 hours over the end of summer time end an hour earlier on the wall',
    'gdpr-33',
    { zone: 'Europe/Berlin' },
    '2026-10-24T12:00',
    '2026-10-27T11:00',
  ],
  [
    '72 hours over the beginning of summer time end an hour later on the wall',
    'gdpr-33',
    { zone: 'Europe/Berlin' },
    '2026-03-28T12:00',
    '2026-03-31T13:00',
  ],
  ['72 hours over the leap day', 'gdpr-33', { zone: 'UTC' }, '2028-02-27T08:00', '2028-03-01T08:00'],
  ['NIS2 early warning', 'nis2-early-warning', { zone: 'UTC' }, '2026-12-31T20:00', '2027-01-01T20:00'],
  ['NIS2 notification', 'nis2-notification', { zone: 'UTC' }, '2026-02-26T20:00', '2026-03-01T20:00'],
  ['a month ends with the same date', 'nis2-final', { zone: 'Europe/Paris' }, '2026-03-10T16:00', '2026-04-11T00:00'],
  [
    'a month from 31 January ends with the last day of February',
    'nis2-final',
    { zone: 'UTC' },
    '2028-01-31T09:00',
    '2028-03-01T00:00',
  ],
  [
    'a month that would end on a Saturday ends with Monday (1182/71, Art. 3(4))',
    'nis2-final',
    { zone: 'UTC' },
    '2026-01-31T09:00',
    '2026-03-03T00:00',
  ],
  [
    'a month that would end on a holiday ends with the next working day',
    'nis2-final',
    { zone: 'Europe/Berlin', region: 'DE' },
    '2026-04-01T09:00',
    '2026-05-05T00:00',
  ],
  ['DORA intermediate report', 'dora-intermediate', { zone: 'UTC' }, '2026-05-12T15:00', '2026-05-15T15:00'],
  [
    'DORA final report on a Sunday may come by noon of Monday',
    'dora-final',
    { zone: 'Europe/Berlin' },
    '2026-05-14T15:00',
    '2026-06-15T12:00',
  ],
  [
    'DORA final report on a working day',
    'dora-final',
    { zone: 'Europe/Berlin' },
    '2026-05-15T15:00',
    '2026-06-16T00:00',
  ],
  [
    '60 days after discovery',
    'hipaa-individuals',
    { zone: 'America/New_York' },
    '2026-01-15T10:00',
    '2026-03-17T00:00',
  ],
  ['60 days over a leap day', 'hipaa-individuals', { zone: 'UTC' }, '2028-01-01T10:00', '2028-03-02T00:00'],
  // As the Department of Health and Human Services announced them: breaches of 2022 by 1 March 2023, of 2023 by 29 February 2024.
  [
    'small breaches of 2022 are due by 1 March 2023',
    'hipaa-secretary-yearly',
    { zone: 'America/New_York' },
    '2022-05-04T10:00',
    '2023-03-02T00:00',
  ],
  [
    'small breaches of 2023 are due by 29 February 2024',
    'hipaa-secretary-yearly',
    { zone: 'America/New_York' },
    '2023-12-31T22:00',
    '2024-03-01T00:00',
  ],
  ['determined on Monday, filed by Friday', 'sec-8-k', { zone: 'UTC' }, '2026-11-02T09:00', '2026-11-06T17:30'],
  [
    'determined on Tuesday, filed by the Monday after',
    'sec-8-k',
    { zone: 'UTC' },
    '2026-11-03T09:00',
    '2026-11-09T17:30',
  ],
  [
    'determined on Saturday: the four days begin on, and include, Monday',
    'sec-8-k',
    { zone: 'UTC' },
    '2026-11-07T09:00',
    '2026-11-12T17:30',
  ],
  ['Thanksgiving is no business day', 'sec-8-k', { zone: 'UTC' }, '2026-11-24T09:00', '2026-12-01T17:30'],
  [
    '30 days in California',
    'california-individuals',
    { zone: 'America/Los_Angeles' },
    '2026-01-31T09:00',
    '2026-03-03T00:00',
  ],
  ['30 days in New York', 'new-york-individuals', { zone: 'America/New_York' }, '2026-06-01T09:00', '2026-07-02T00:00'],
  ['the 60th day in Texas', 'texas-individuals', { zone: 'America/Chicago' }, '2026-06-01T09:00', '2026-08-01T00:00'],
  ['72 hours of the NYDFS', 'nydfs-500-17', { zone: 'America/New_York' }, '2026-10-30T09:00', '2026-11-02T08:00'],
];

for (const [name, id, { zone: own, region }, began, ends] of examples)
  test(`${id}: ${name}`, () => {
    const rule = builtinRules.find((each) => each.id === id);
    assert.ok(rule?.within !== undefined);
    const zone = rule.zone ?? own;
    const calendar = { zone, regions: [rule.region ?? region ?? ''], isHoliday };
    const { ms } = deadlineOf(toEpochMs(began, zone), rule.within, rule, calendar);
    assert.equal(new Date(ms).toISOString(), new Date(toEpochMs(ends, zone)).toISOString());
  });

test('every built-in clock cites its law with an address, and a time or the words of the law', () => {
  for (const { id, link, within, promptly } of builtinRules) {
    assert.ok(link !== undefined, id);
    assert.ok((within ?? promptly) !== undefined, id);
  }
  assert.equal(new Set(builtinRules.map(({ id }) => id)).size, builtinRules.length);
});

test('every concern of an organisation is asked for by a clock, and no clock asks for another', () => {
  assert.deepEqual([...new Set(builtinRules.flatMap(({ who }) => who))].toSorted(), concerns.toSorted());
});
