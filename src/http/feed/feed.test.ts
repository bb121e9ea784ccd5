import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { type EventStream, streamed } from '../../../test/server/event-stream.ts';
import { testServer } from '../../../test/server/server.ts';
import { highestSeq } from '../../store/ledger/read-entries.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

const server = await testServer();
const { database } = server.around;
const log = pino({ level: 'silent' });
const sequencer = startSequencer(database, { everyMs: 10, log });
after(() => sequencer.stop());

const ann = await server.person('editor', 'Ann');
const ben = await server.person('viewer', 'Ben');
const admin = await server.person('admin');
const bot = await server.token('editor');

const made = async (title: string, more: object = {}): Promise<string> =>
  String((await admin.call('POST', '/incidents', { title, ...more })).json['id']);
const open = await made('Open');
const secret = await made('Secret', { visibility: 'restricted' });
const note = async (incident: string, text: string): Promise<void> => {
  const entry = { at: '2026-01-01T10:00Z', precision: 'instant', text };
  assert.equal((await admin.call('POST', `/incidents/${incident}/timeline`, { entry })).status, 200);
};

/** Until everything so far has its number and the feed knows it: streams begin behind. */
const settled = async (): Promise<void> => {
  const text = 'select count(*) from entry where seq is null';
  while ((await database.query<{ count: string }>({ text, values: [] })).rows[0]?.count !== '0') await sleep(5);
  await server.around.feed.start(await highestSeq(database));
};

test('a change arrives as an event with its number, who, what and the input', async () => {
  await settled();
  const stream = await streamed(server.app, ann);
  await note(open, 'first');
  const [event] = await stream.take(1);
  assert.equal(event?.data['operation'], 'timeline.add');
  assert.equal(event?.data['incident'], open);
  assert.equal(event?.data['actor'], `person:${admin.personId}`);
  assert.deepEqual(event?.data['input'], { entry: { at: '2026-01-01T10:00Z', precision: 'instant', text: 'first' } });
  assert.equal(event?.id, String(event?.data['seq']));
  await stream.end();
});

test('a restricted incident is silent for who may not see it, and told to members and admins', async () => {
  await settled();
  const [member, outsider, chief] = await Promise.all([ann, ben, admin].map((one) => streamed(server.app, one)));
  await database.query({
    text: `insert into incident_member (incident_id, person_id, number, created_at, status)
      select id, $2, number, created_at, status from incident where id = $1`,
    values: [secret, ann.personId],
  });
  await note(secret, 'hidden');
  await note(open, 'shown');
  const texts = async (stream: EventStream | undefined) =>
    (await stream?.rest())?.map(({ data }) => (data['input'] as { entry: { text: string } }).entry.text);
  assert.deepEqual(await Promise.all([member, outsider, chief].map(texts)), [
    ['hidden', 'shown'],
    ['shown'],
    ['hidden', 'shown'],
  ]);
  const past = await streamed(server.app, ben, '?after=-1');
  assert.ok((await past.rest()).every(({ data }) => data['incident'] !== secret));
  assert.equal(past.lastId(), outsider?.lastId());
  await Promise.all([member, outsider, chief, past].map((stream) => stream?.end()));
});

test('the feed of one incident tells of no other, and of a restricted one nothing at all', async () => {
  await settled();
  const stream = await streamed(server.app, bot, `?incident=${open}`);
  const other = await made('Other');
  await note(other, 'elsewhere');
  await note(open, 'here');
  const [event] = await stream.take(1);
  assert.equal(event?.data['incident'], open);
  assert.deepEqual(await stream.rest(50), []);
  await stream.end();
  assert.equal((await bot.call('GET', `/feed?incident=${secret}`)).status, 404);
});

test('wrong numbers are refused, and a number of the future says so and starts from now', async () => {
  for (const after of ['x', '1e3', '-2', '99999999999999999'])
    assert.equal((await ann.call('GET', `/feed?after=${after}`)).json['code'], 'input.invalid');
  assert.equal((await server.app.request('/api/v1/feed')).status, 401);
  const stream = await streamed(server.app, ann, '', { 'last-event-id': '123456789' });
  const [event] = await stream.take(1);
  assert.equal(event?.type, 'reset');
  assert.equal(stream.lastId(), String(event?.data['latest']));
  await stream.end();
});

test('when a session is revoked, its stream ends at once; the others stay', async () => {
  const eve = await server.person('editor', 'Eve');
  const [gone, stays] = [await streamed(server.app, eve), await streamed(server.app, ann)];
  const { json } = await eve.call('GET', '/sessions');
  const [session] = json['items'] as unknown as { id: string }[];
  assert.equal((await eve.call('DELETE', `/sessions/${session?.id}`)).status, 200);
  await gone.ended;
  await note(open, 'after the revocation');
  assert.ok((await stays.rest()).length > 0);
  assert.deepEqual(
    (await gone.rest(10)).filter(({ data }) => data['operation'] === 'timeline.add'),
    [],
  );
  await stays.end();
});

test('somebody has so many streams at once and no more; one that ends makes room', async () => {
  const cat = await server.person('viewer', 'Cat');
  for (let count = 0; count < 51; count += 1) assert.equal((await cat.call('HEAD', '/feed')).status, 200);
  const streams = await Promise.all(Array.from({ length: 50 }, () => streamed(server.app, cat)));
  const refused = await cat.call('GET', '/feed');
  assert.deepEqual([refused.status, refused.json['code']], [429, 'rate.limited'], refused.text);
  await streams.pop()?.end();
  streams.push(await streamed(server.app, cat));
  await Promise.all(streams.map((stream) => stream.end()));
});
