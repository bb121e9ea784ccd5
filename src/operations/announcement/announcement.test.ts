import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const owner = await server.person('owner', 'Olga Own');
const approver = await server.person('approver', 'Ann Lee');
const editor = await server.person('editor', 'Ed Falk');
const { database } = server.around;

type Preview = {
  subject: string;
  text: string;
  unfilled: string[];
  removed: { text: string; place: string }[];
  suspects: { id: string; text: string; before: string; after: string }[];
};
type Listed = { items: { channel: string; audience: string; receivers: number | null; text: string }[] };

const record = {
  incident: { title: 'Orders failed', services: 'checkout' },
  summary: { impact: 'Orders failed for four in ten customers.', resolution: 'The release was rolled back.' },
  timeline: [
    {
      at: '2026-01-01T10:00Z',
      written: '10:00 UTC',
      precision: 'instant',
      text: 'It began',
      milestone: 'impactStarted',
    },
    { at: '2026-01-01T11:30Z', written: '11:30 UTC', precision: 'instant', text: 'It ended', milestone: 'resolved' },
  ],
};
const made = async (of: object = record) =>
  `/incidents/${(await editor.call('POST', '/incidents', { record: of })).json['id']}`;
const preview = async (incident: string, input: object = {}) =>
  (await approver.call('POST', `${incident}/announcements/preview`, input)).json as unknown as Preview;
const elsewhere = [{ channel: 'telephone', audience: 'Largest customers' }];

test('a message is filled from the record; what the record does not know is asked for, and not sent', async () => {
  const incident = await made();
  const { subject, text, unfilled } = await preview(incident, { stage: 'resolved' });
  assert.equal(subject, 'Resolved: Orders failed');
  assert.match(text, /The disruption of checkout ended at 11:30 UTC, after 1h 30m\./);
  assert.match(text, /Orders failed for four in ten customers\.\n\nThe release was rolled back\./);
  assert.deepEqual(unfilled, []);
  const bare = await made({ incident: { title: 'Down' } });
  const early = await preview(bare);
  assert.deepEqual(early.unfilled, ['{services}', '{start}']);
  assert.doesNotMatch(early.text, /\{impact\}/);
  const message = { stage: 'initial', subject: early.subject, text: early.text, elsewhere };
  assert.equal((await approver.call('POST', `${bare}/announcements`, message)).json['code'], 'announcement.unfilled');
});

test('names, hosts, links and secrets go out of a message, what is doubtful is asked in its sentence, and neither is sent', async () => {
  const incident = await made();
  const given = {
    subject: 'Ed Falk restarted db-prod-03',
    text: 'See https://wiki.example/x. We told Initech about it. password=hunter2secret',
  };
  const seen = await preview(incident, given);
  assert.equal(seen.subject, 'a team member restarted (host removed)');
  assert.doesNotMatch(seen.text, /wiki|hunter2/);
  assert.deepEqual(
    seen.suspects.map(({ before, text, after }) => [before, text, after]),
    [['We told ', 'Initech', ' about it.']],
  );
  const send = (more: object) =>
    approver.call('POST', `${incident}/announcements`, { stage: 'initial', elsewhere, ...more });
  assert.equal((await send(given)).json['code'], 'announcement.leak');
  const clean = { subject: seen.subject, text: seen.text };
  assert.equal((await send(clean)).json['code'], 'publication.undecided');
  const accepted = seen.suspects.map(({ id }) => id);
  assert.equal((await send({ ...clean, accepted })).status, 200);
});

test('a message goes to each address of a list once, and the log says what was told to whom by which way', async () => {
  const addresses = ['a@example.org', 'b@example.org'];
  const value = [{ name: 'Partners', addresses }];
  assert.equal((await owner.call('PATCH', '/settings/announcements.lists', { value, seen: 0 })).status, 200);
  const incident = await made();
  const message = { stage: 'update', subject: 'Orders fail', text: 'Orders still fail.', elsewhere };
  const headers = { 'Idempotency-Key': 'told-once' };
  const send = () => approver.call('POST', `${incident}/announcements`, { ...message, lists: ['Partners'] }, headers);
  assert.equal((await send()).json['receivers'], 2);
  await send();
  const told = await database.query<{ outside: { email: string }; incident_id: string | null }>({
    text: `select outside, incident_id from notice where kind = 'announcement' order by outside->>'email'`,
    values: [],
  });
  // Sent without the incident, whose title is for the team.
  assert.deepEqual(
    told.rows.map(({ outside, incident_id: of }) => [outside.email, of]),
    addresses.map((email) => [email, null]),
  );
  const { items } = (await editor.call('GET', `${incident}/announcements`)).json as unknown as Listed;
  assert.deepEqual(items.map(({ channel, audience, receivers }) => [channel, audience, receivers]).toSorted(), [
    ['e-mail', 'Partners', 2],
    ['telephone', 'Largest customers', null],
  ]);
  const kept = (await editor.call('GET', incident)).json['record'] as unknown as {
    communications: { audience: string }[];
  };
  assert.deepEqual(kept.communications.map(({ audience }) => audience).toSorted(), ['Largest customers', 'Partners']);
  assert.equal(
    (await approver.call('POST', `${incident}/announcements`, { ...message, lists: ['Nobody'] })).json['code'],
    'announcement.list',
  );
  assert.equal(
    (await approver.call('POST', `${incident}/announcements`, { ...message, elsewhere: [] })).json['code'],
    'announcement.nowhere',
  );
});

test('only approvers tell those outside; a token never does', async () => {
  const incident = await made();
  const message = { stage: 'initial', subject: 'Orders fail', text: 'Orders fail.', elsewhere };
  for (const who of [editor, await server.token('admin'), await server.person('viewer')])
    assert.equal((await who.call('POST', `${incident}/announcements`, message)).status, 403);
});
