import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from './shapes/summary.ts';

const eventsOf = (...entries: string[]): string[] =>
  summaryOf(
    `# Ferry tickets\n\n## Timeline (UTC)\n\n2025-03-05\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`,
  ).events;
const day = '2025-03-05T';

for (const notice of [
  'We found out when the freshness check went red',
  'We heard of it from the quay',
  'The desk gets "gate unreachable"',
  'What did reach us was a mail from a customer in Leeds',
  '`GateP99` pages the storage on-call',
  'Monitoring sends "gates: none" to the duty phone',
  'First forum thread',
  'calls hotline',
  '"are the gates down?" in the chat',
  'The first customer reached our support',
]) {
  test(`${notice}: that is the notice`, () => {
    const events = eventsOf('09:10 Gates fail', `09:16 ${notice}`, '09:30 Monitoring alert', '10:05 Gates recovered');
    assert.ok(events.includes(`${day}09:16Z detected?`), events.join('; '));
  });
}

test('what resolves everywhere, and where all is running, is over', () => {
  const events = eventsOf(
    '09:10 Zone pushed without its second half, names fail',
    '09:50 Zone restored on the primary',
    '10:05 Old answers expired, names resolve everywhere',
  );
  assert.ok(events.includes(`${day}10:05Z mitigated?`), events.join('; '));
  const run = eventsOf('09:10 Gates fail', '09:30 Electrician on site', '10:05 New fuse, all was running');
  assert.ok(run.includes(`${day}10:05Z mitigated?`), run.join('; '));
});

test('what is delivered late has begun to hurt', () => {
  const events = eventsOf('09:10 New mail route', '09:16 Tickets are delivered late', '10:05 Backlog cleared');
  assert.ok(events.includes(`${day}09:16Z impactStarted?`), events.join('; '));
});

test('a moment alone below a heading is that of the heading', () => {
  const { events } = summaryOf(`# Ferry tickets late

### Resolved
**Mar 5, 2025, 16:20 UTC**

Tickets are on time again.

### Identified
**Mar 5, 2025, 15:09 UTC**

Workers are blocked.

### Investigating
**Mar 5, 2025, 14:12 UTC**

We are looking into it.
`);
  assert.ok(events.includes(`${day}16:20Z resolved`), events.join('; '));
  assert.ok(events.includes(`${day}15:09Z rootCauseIdentified`), events.join('; '));
});

test('a window of a few minutes of an outage of hours is no outage', () => {
  const { events } = summaryOf(
    '# Ferry tickets\n\nOn 5 March 2025 the gates were down for just under two hours. At 21:10 the gates began to fail. The copy of 21:00 was whole. Between 21:00 and 21:10 three tickets were sold. Gates were back at 23:04.\n',
  );
  assert.ok(!events.includes(`${day}21:00 impactStarted?`), events.join('; '));
});

test('a window that something would be off for is a plan', () => {
  const { events } = summaryOf(
    '# Ferry tickets\n\nOn 5 March 2025 the gates were down for 4 hours more than announced. We had said that the gates would be off from 06:00 to 10:00. We closed them at 06:00. A skipper called at 10:08. They opened at 12:25.\n',
  );
  assert.ok(!events.includes(`${day}10:00 mitigated?`), events.join('; '));
});

test('an issue that a user opened is the notice, no declaration; the last good message is no notice', () => {
  const opened = eventsOf('09:10 Gates fail', '09:31 issue opened by a user: "no entry"', '10:05 Gates recovered');
  assert.ok(opened.includes(`${day}09:31Z detected`), opened.join('; '));
  const last = eventsOf('09:10 Last good message from the gates', '09:20 Driver reports', '10:05 Gates recovered');
  assert.ok(last.includes(`${day}09:20Z detected?`), last.join('; '));
});

test('a time behind the words that tell does not hide them', () => {
  const { events } = summaryOf(
    '# Ferry tickets\n\nOn 5 March 2025 at 7:14 PM the gates failed. At 7:30 PM a smith came. The quay was open again at 8:16 PM.\n',
  );
  assert.ok(events.includes(`${day}20:16 mitigated?`), events.join('; '));
});

test('what comes back from a restart and fails is an onset as the first entry', () => {
  const events = eventsOf(
    '09:10 Gate 2 comes back from a restart with a failing lock',
    '09:31 Quay reports queues',
    '10:05 Gate 2 taken out, gates recovered',
  );
  assert.ok(events.includes(`${day}09:10Z impactStarted?`), events.join('; '));
});
