import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../record/record.ts';
import { namesOf } from './names.ts';
import { redactRecord } from './redact-record.ts';
import { redactText } from './redact-text.ts';
import { suspectsOf } from './suspects.ts';

const people: PostmortemRecord = {
  roles: [
    { role: 'Incident Commander', name: 'Ann-Marie O’Neill' },
    { role: 'Scribe', name: 'Ben Ray, Carl Sø' },
    { role: 'Support', name: 'SRE team' },
  ],
  attendees: [{ name: 'Dora Quill', role: 'Engineer' }],
};
const names = namesOf(people, ['Ed Falk']);
const clean = (text: string, publicHosts: string[] = []) => redactText(text, { names, publicHosts }).text;

test('names become roles, also alone, possessive or with an article, and never within other words', () => {
  assert.equal(clean('Ann-Marie O’Neill paged Ben.'), 'the Incident Commander paged the Scribe.');
  assert.equal(clean('Dora’s fix, by Ed Falk'), 'a team member’s fix, by a team member');
  assert.equal(clean('Benefits of the Ben service; Edinburgh'), 'Benefits of the Scribe service; Edinburgh');
  assert.equal(clean('The SRE team looked on'), 'The SRE team looked on');
});

test('teams, services and words of the document are no names', () => {
  const record: PostmortemRecord = {
    incident: { services: 'Falcon, Checkout' },
    document: { authors: 'Gus Falcon', status: 'Final', classification: 'Internal' },
    actions: [{ text: 'x', owner: 'Zephyr' }],
  };
  const text = 'Zephyr and Falcon: Final, Internal. Gus Falcon wrote it.';
  assert.equal(
    redactText(text, { names: namesOf(record, []), publicHosts: [] }).text,
    'Zephyr and Falcon: Final, Internal. a team member wrote it.',
  );
  const suspects = suspectsOf({ actions: record.actions }).map(({ kind, text, place }) => ({ kind, text, place }));
  assert.deepEqual(suspects, [{ kind: 'may be a name', text: 'Zephyr', place: 'actions[0].owner' }]);
});

test('addresses, hosts, links, chat names and secrets are taken out', () => {
  const cases: [string, string][] = [
    ['mail ann@corp.example.com now', 'mail (e-mail address removed) now'],
    ['from 10.0.12.7:5432 to 10.1.0.0/16', 'from (address removed) to (address removed)'],
    ['at fe80::1ff:fe23:4567:890a', 'at (address removed)'],
    ['db-prod-03 and web01 died', '(host removed) and (host removed) died'],
    ['checkout-7f9c4d5b66-x2x9z restarted', '(host removed) restarted'],
    ['on gke-prod-a-ssd-pool-32-134a959a-p2kz', 'on (host removed)'],
    ['orders.db.internal:5432', '(host removed)'],
    ['role arn:aws:iam::123456789012:role/x', 'role (resource removed)'],
    ['see https://grafana.example.com/d/1?x=2.', 'see (link removed).'],
    ['see [the board](https://grafana.example.com/d/1)', 'see the board'],
    ['asked @ann.lee and <@U0123ABC>', 'asked a team member and a team member'],
    ['call +49 170 1234567', 'call (number removed)'],
    ['password=hunter2secret', 'password=(masked: password)'],
  ];
  for (const [text, wanted] of cases) assert.equal(clean(text), wanted);
});

test('what only looks similar stays', () => {
  for (const text of [
    'at 14:23:05 UTC, 99.95 % for 12 min',
    'version 1.2.3, TLS 1.3, UTF-8, SHA-256, HTTP 503, INC-12',
    'us-east-1 and eu-west-3; p95 and p99; a ratio of 3:1',
    'std::vector and foo::bar; 2025-12-19T14:23:00+01:00',
  ])
    assert.equal(clean(text), text);
});

test('links to hosts named as public stay, to others and to look-alikes they go', () => {
  const hosts = ['example.org'];
  assert.equal(clean('https://status.example.org/1', hosts), 'https://status.example.org/1');
  assert.equal(
    clean(
      'https://example.org.evil.com/ https://ann:pw@example.org/ javascript://example.org/%0aalert(1)',
      hosts,
    ).includes('evil'),
    false,
  );
  assert.equal(clean('https://badexample.org/', hosts), '(link removed)');
});

test('fields that are for the team are dropped, and each is in the report', () => {
  const record: PostmortemRecord = {
    ...people,
    summary: { text: 'It cost $5,000.' },
    links: [{ text: 'https://grafana/' }],
    costs: [{ category: 'Lost', amount: '$5,000' }],
    claims: [
      { figure: 'costTotal', value: 5000, unit: 'USD', text: '$5,000' },
      { figure: 'duration', value: 60, unit: 'seconds', text: '1 min' },
    ],
    actions: [
      { text: 'add a test', owner: 'Dora Quill', ticket: 'OPS-1' },
      { text: 'call Ben', owner: 'Platform team' },
    ],
    timeline: [{ at: '2026-01-01T10:00Z', precision: 'instant', actor: 'Ben', text: 'rolled back by Ben' }],
  };
  const before = structuredClone(record);
  const { record: shown, removed } = redactRecord(record, { names, publicHosts: [], costs: false });
  assert.deepEqual(record, before);
  assert.deepEqual(shown, {
    roles: [{ role: 'Incident Commander' }, { role: 'Scribe' }, { role: 'Support' }],
    summary: { text: 'It cost $5,000.' },
    claims: [{ figure: 'duration', value: 60, unit: 'seconds', text: '1 min' }],
    actions: [
      { text: 'add a test', owner: 'a team member' },
      { text: 'call the Scribe', owner: 'Platform team' },
    ],
    timeline: [
      { at: '2026-01-01T10:00Z', precision: 'instant', actor: 'the Scribe', text: 'rolled back by the Scribe' },
    ],
  });
  for (const place of ['links', 'costs', 'attendees', 'actions[0].ticket', 'actions[1].text', 'timeline[0].actor'])
    assert.ok(
      removed.some((one) => one.place === place),
      place,
    );
  assert.ok(suspectsOf(shown).some(({ kind, place }) => kind === 'is an amount of money' && place === 'summary.text'));
  assert.equal(redactRecord(record, { names, publicHosts: [], costs: true }).record.costs?.length, 1);
});

test('what still looks like a leak is listed with its place', () => {
  const record: PostmortemRecord = {
    summary: {
      text: 'It was found by Gregor, then rolled back by Jane Miller for customer Acme (OPS-77), see shop.example.com.',
    },
    custom: [{ heading: 'Notes', text: 'Confidential.' }],
  };
  const kinds = suspectsOf(record).map(({ kind, text }) => `${kind}: ${text}`);
  for (const wanted of [
    'may be a name: Gregor',
    'may be a name: Jane Miller',
    'may be a customer: customer Acme',
    'may be a ticket: OPS-77',
    'may be a host: shop.example.com',
    'says that it is not for the public: Confidential',
    'is a section of its own: read it: Notes',
  ])
    assert.ok(kinds.includes(wanted), `${wanted} in ${kinds.join('; ')}`);
});

const morePieces = [
  '10.',
  'a[.]',
  'A.',
  'A&',
  'a_',
  'db-',
  'user ',
  'password: ',
  '&#97;',
  '\u200D',
  '田',
  '1a',
  '```',
  'a**',
  'x:1',
];

test('a hostile text of a megabyte is redacted in time', () => {
  for (const piece of [
    'a.',
    'a-',
    'a@',
    '[',
    'x:',
    ':',
    'http://',
    '1.',
    'Ann ',
    'aaaa',
    '+1',
    '/',
    '[](',
    'ab-cd-0',
    ...morePieces,
  ])
    for (const text of [piece.repeat(1_000_000 / piece.length)]) {
      // Of the processor: what else the machine does meanwhile is not the text's fault.
      const started = process.cpuUsage();
      suspectsOf({ summary: { text: clean(text) } });
      const tookMs = process.cpuUsage(started).user / 1000;
      assert.ok(tookMs < 5000, `${piece}: ${tookMs} ms`);
    }
});
