import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

const eventsOf = (...entries: string[]): string[] =>
  summaryOf(
    `# Ferry tickets\n\n## Timeline (UTC)\n\n2024-05-06\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`,
  ).events;
const day = '2024-05-06T';

test('a monitor named at the head of an entry notices, and what is refused is an onset', () => {
  assert.deepEqual(
    eventsOf(
      '09:10 Gate 3 denies every ticket',
      '09:14 Zabbix: validator queue 400',
      '09:30 Ina on it',
      '10:05 tickets valid on all gates',
    ),
    [`${day}09:10Z impactStarted?`, `${day}09:14Z detected?`, `${day}09:30Z acknowledged?`, `${day}10:05Z mitigated?`],
  );
});

test('what stands alone between the onset and the one who takes it up is the notice', () => {
  const events = eventsOf(
    '09:10 Validator crashes',
    '09:14 red light in the booth',
    '09:16 ack',
    '10:05 Validator healthy again',
  );
  assert.ok(events.includes(`${day}09:14Z detected?`), events.join('; '));
});

test('what a notice follows at once is the onset where nothing is told to fail; days before it is not', () => {
  const soon = eventsOf('09:10 Tariff table imported', '09:14 Skipper phones the desk', '10:05 All back to normal');
  assert.ok(soon.includes(`${day}09:10Z impactStarted?`), soon.join('; '));
  const late = eventsOf('00:10 Tariff table imported', '09:14 Skipper phones the desk', '10:05 All back to normal');
  assert.ok(!late.some((event) => event.includes('impactStarted')), late.join('; '));
});

test('who is told when it is over did not notice it', () => {
  const events = eventsOf('09:10 Validator crashes', '09:50 Incident resolved', '11:00 Port authority notified');
  assert.ok(!events.some((event) => event.includes('detected')), events.join('; '));
});

test('an incident that is closed in the words that it works again ends there', () => {
  const events = eventsOf('09:10 Validator crashes', '09:12 alert', '09:50 new card, sales succeed, incident closed');
  assert.ok(events.includes(`${day}09:50Z resolved?`), events.join('; '));
});

test('most that recovers is not all, and what a person fixes is no end', () => {
  const events = eventsOf(
    '09:10 Validators crash',
    '09:12 alert',
    '09:30 Most validators start normally',
    '09:40 Errors at the usual level',
    '11:00 Bo fixed the label on the cabinet',
  );
  assert.ok(events.includes(`${day}09:40Z mitigated?`), events.join('; '));
});

test('an end that fits no stated length gives way to the one before it that does', () => {
  const { events } = summaryOf(`# Ferry tickets

Nobody could buy a ticket for 50 minutes.

## Timeline (UTC)

2024-05-06

- 09:10 Validator crashes
- 09:12 alert
- 10:09 Sales are working again
- 13:00 We mark it resolved after a look at the figures
`);
  assert.ok(events.includes(`${day}10:09Z mitigated?`), events.join('; '));
});

test('an entry that fails is no end of a length told in a sentence', () => {
  const { events } = summaryOf(`# Ferry tickets

The gates were down 40 minutes after the opening, for two hours.

## Timeline (UTC)

2024-05-06

- 09:00 Season opens
- 09:40 Validator crashes, every gate shuts
- 09:42 alert
- 11:40 Validator healthy again
`);
  assert.ok(!events.includes(`${day}09:40Z mitigated?`), events.join('; '));
});

test('a change hours before the notice is no onset', () => {
  const events = eventsOf(
    '02:44 New hosts are added to the fleet',
    '03:47 Last host added',
    '06:15 First alarms for failing sales',
    '10:05 All back to normal',
  );
  assert.ok(!events.some((event) => event.includes('impactStarted')), events.join('; '));
  assert.ok(events.includes(`${day}06:15Z detected?`), events.join('; '));
});

test('where the entry behind a change shows what it broke, it begins there', () => {
  const events = eventsOf(
    '22:04 Policy merged that removed the right to sell',
    '22:06 sales errors go from 0 to 100 %',
    '22:15 alert',
    '22:40 policy reverted',
    '22:43 sales OK',
  );
  assert.ok(events.includes(`${day}22:06Z impactStarted?`), events.join('; '));
  assert.ok(events.includes(`${day}22:43Z mitigated?`), events.join('; '));
});

test('a thing that cannot write is nobody who writes, and a post on a status page is no end beside what was normal before', () => {
  assert.deepEqual(
    eventsOf(
      '11:58 Database fails over to its copy',
      '11:59 App cannot write, sales fall',
      '12:01 New Relic alert',
      '12:12 Sales back at normal',
      '12:40 Post on status page: resolved',
    ).slice(0, 4),
    [`${day}11:58Z impactStarted?`, `${day}11:59Z`, `${day}12:01Z detected?`, `${day}12:12Z mitigated?`],
  );
});
