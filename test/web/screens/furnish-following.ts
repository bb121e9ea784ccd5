import type { Ask } from './furnish.ts';

const event = (at: string, milestone: string, text: string) => ({ at, precision: 'instant', milestone, text });
const times = (day: string, detected: string, resolved: string) => [
  event(`${day}T09:00:00Z`, 'impactStarted', 'Payments begin to fail'),
  event(`${day}T09:${detected}:00Z`, 'detected', 'The alert fires'),
  event(`${day}T${resolved}:00Z`, 'resolved', 'Payments work again'),
];

/** An outage that was followed up: one review held late, others to come, and incidents like it before and since. */
export async function follow(ask: Ask): Promise<void> {
  const factors = [{ kind: 'Configuration', text: 'The pool was as large as in the test environment.', present: true }];
  const make = (title: string, day: string, detected: string, resolved: string, more: object = {}) => {
    const incident = { title, severity: 'HIGH', date: day, services: 'payments' };
    const record = {
      incident,
      summary: { text: `${title}.` },
      timeline: times(day, detected, resolved),
      factors,
      ...more,
    };
    return ask('POST', '/incidents', { record, template: 'agent-ops' });
  };
  await make('Cards were refused for an hour', '2026-10-05', '14', '10:05', {
    actions: [
      {
        id: 'AI-001',
        text: 'Size the pool by load',
        owner: 'Ann Example',
        due: '2026-10-12',
        horizon: 'Immediate',
        status: 'Completed',
      },
      {
        id: 'AI-002',
        text: 'Alert on waiting connections',
        owner: 'Ben',
        due: '2026-10-20',
        horizon: 'Short-term',
        status: 'In Progress',
      },
      { id: 'AI-003', text: 'Load test each release', due: '2027-01-05', horizon: 'Long-term', status: 'Not Started' },
    ],
    criteria: [
      { text: 'All immediate actions completed' },
      { text: 'No similar incidents occurred' },
      { text: 'On-call trusts the alert' },
    ],
    followUpMetrics: [{ metric: 'Detection time improved by' }, { metric: 'Similar incidents prevented', value: '2' }],
  });
  for (const [index, day] of ['2026-06-03', '2026-07-14', '2026-08-21', '2026-09-02'].entries())
    await make(`Payments were slow (${index + 1})`, day, String(12 + index * 4), `10:${String(10 + index * 9)}`);
  await make('A refund was paid twice', '2026-11-09', '05', '09:40');
  const answers = {
    verdict: 'partly',
    decision: 'The pool holds. The alert comes by the end of the month.',
    attendees: 'Ann Example, Ben',
    late: 'Half of the team was ill.',
  };
  await ask('POST', '/incidents/INC-6/looks-back/1w/hold', { answers });
  await meet(ask);
}

/** The meeting on it: planned, with a point ticked, notes, and checks that are asked of the one who looks. */
async function meet(ask: Ask): Promise<void> {
  const meeting = '/incidents/INC-6/meeting';
  const { items } = (await ask('GET', '/people')) as { items: { id: string }[] };
  const guests = [{ name: 'Dee Stone', email: 'dee@example.org' }];
  const place = 'https://call.example.org/payments';
  const plan = {
    startsAt: '2026-11-26T14:00:00Z',
    minutes: 45,
    place,
    people: items.map(({ id }) => id),
    guests,
    seen: 0,
  };
  await ask('PUT', meeting, plan);
  const notes = [
    { kind: 'Point', text: 'The pool was never measured under load.' },
    { kind: 'Decision', text: 'Each service states the load that its pools are for.' },
    { kind: 'Open question', text: 'Who reviews the pools of shared services?' },
  ];
  await ask('POST', '/incidents/INC-6/meetingNotes/batch', { entries: notes });
  const { agenda } = (await ask('GET', meeting)) as { agenda: { id: string }[] };
  if (agenda[0] !== undefined) await ask('POST', `${meeting}/tick`, { item: agenda[0].id, ticked: true });
}
