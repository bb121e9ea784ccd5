import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { storedContext } from '../../http/stored-context.ts';
import { openReceivers } from '../../jobs/notifying/receivers.fixture.ts';
import { after } from 'node:test';
import { systemActor } from '../access/actor.ts';
import { defaultAccess } from '../../http/access-settings.ts';
import { messageName } from './compose.ts';
import { enqueueAlone } from './enqueue.ts';
import { makeDigests } from './make-digests.ts';
import { routeNotices } from './route.ts';
import { openSender } from './sender.ts';

const receivers = await openReceivers(() => 'take');
after(() => receivers.close());
let now = '2026-11-23T09:00:00.000Z';
const mail = { smtp: receivers.smtp, from: 'hindcast@example.org' };
const { app, around, person } = await testServer({ now: () => now, access: { ...defaultAccess, mail } });
const owner = await person('owner', 'Olga Owner');
const ana = await person('editor', 'Ana Alm');
const bo = await person('viewer', 'Bo Berg');
const cy = await person('editor', 'Cy Clark');
// The clock of this file goes on by hours; nobody is signed out meanwhile.
await around.database.query({ text: `update session set expires_at = '2027-01-01'`, values: [] });
const context = () => storedContext(around, systemActor, now);
const sender = openSender(context, around.log);

/** Everything that is due goes out. */
async function tick(at = now): Promise<void> {
  now = at;
  await makeDigests(await context());
  while ((await routeNotices(await context())) > 0);
  while ((await sender.fill()) > 0) await sender.idle();
}
type Item = { id: string; kind: string; to: string; state: string; subject: string; problem: string | null };
type Listed = { items: Item[]; counts: Record<string, number>; next: number | null };
const outbox = async (query = '') => (await owner.call('GET', `/notices${query}`)).json as unknown as Listed;
const to = async (who: { personId: string }) =>
  (await outbox('?limit=200')).items.filter((item) => item.to === `${who.personId}@example.org`);
const incidentOf = async (title: string) => {
  const { json } = await ana.call('POST', '/incidents', { title });
  return (json as unknown as { number: string; id: string }).id;
};

test('who is named in a comment is told by e-mail, once, and not of their own words', async () => {
  const incident = await incidentOf('Checkout was down');
  const { json } = await ana.call('POST', `/incidents/${incident}/comments`, { text: '@Bo Berg and @Ana Alm, look' });
  await ana.call('PATCH', `/incidents/${incident}/comments/${String(json['id'])}`, { text: '@Bo Berg, do look' });
  await tick();
  const told = await to(bo);
  assert.deepEqual(
    told.map(({ kind, state }) => [kind, state]),
    [['comment.mention', 'sent']],
  );
  assert.match(told[0]?.subject ?? '', /^Ana Alm names you in INC-\d+ Checkout was down$/);
  assert.equal((await to(ana)).length, 0);
  assert.equal(receivers.mails.get(messageName(told[0]?.id ?? '')), 1);
  // Its id ends the e-mails of its kind: replies and bounces do not carry it.
  assert.equal(receivers.mails.has(told[0]?.id ?? ''), false);
  const shown = (await owner.call('GET', `/notices/${told[0]?.id}`)).json as unknown as { text: string };
  assert.match(shown.text, /> @Bo Berg and @Ana Alm, look/);
});

test('who may not see an incident any more is not told what is in it', async () => {
  const incident = await incidentOf('A secret matter');
  await ana.call('POST', `/incidents/${incident}/comments`, { text: '@Bo Berg, a secret' });
  await owner.call('PUT', `/incidents/${incident}/visibility`, { visibility: 'restricted', members: [ana.personId] });
  const before = (await to(bo)).length;
  await tick();
  assert.equal((await to(bo)).length, before);
});

test('what somebody wants in a digest comes in one message, at the hour of their zone', async () => {
  const value = {
    zone: 'Europe/Berlin',
    kinds: { 'comment.mention': { email: 'digest', slack: false } },
    quiet: null,
    days: [1, 2, 3, 4, 5],
    digest: { every: 'day', weekday: 1, hour: 16 },
  };
  assert.equal((await bo.call('PUT', '/preference', { value, seen: 0 })).status, 200);
  const incident = await incidentOf('Two words');
  for (const text of ['@Bo Berg one', '@Bo Berg two'])
    await ana.call('POST', `/incidents/${incident}/comments`, { text });
  const before = (await to(bo)).length;
  await tick('2026-11-23T14:59:00.000Z');
  assert.equal((await to(bo)).length, before);
  type Shown = { digest: { at: string; items: { subject: string }[] } };
  const preview = ((await bo.call('GET', '/preference')).json as unknown as Shown).digest;
  assert.deepEqual([preview.at, preview.items.length], ['2026-11-23T15:00:00.000Z', 2]);
  await tick('2026-11-23T15:00:01.000Z');
  await tick('2026-11-23T15:00:02.000Z');
  const [latest, ...older] = await to(bo);
  assert.equal(older.length, before);
  assert.deepEqual([latest?.kind, latest?.state, latest?.subject], ['digest', 'sent', 'Your digest: 2 notices']);
});

test('what is routed only after its digest went out comes in one of its own', async () => {
  const incident = await incidentOf('Late for the digest');
  // Said before the moment of the digest that has just gone out.
  now = '2026-11-23T14:30:00.000Z';
  await ana.call('POST', `/incidents/${incident}/comments`, { text: '@Bo Berg, late' });
  const before = (await to(bo)).length;
  await tick('2026-11-23T15:00:03.000Z');
  await tick('2026-11-23T15:00:04.000Z');
  const [latest, ...older] = await to(bo);
  assert.equal(older.length, before);
  assert.deepEqual([latest?.kind, latest?.subject], ['digest', 'Your digest: 1 notice']);
});

test('in quiet hours it waits until they are over', async () => {
  const preference = (await ana.call('GET', '/preference')).json as unknown as { value: object };
  const value = { ...preference.value, zone: 'Europe/Berlin', quiet: { from: '20:00', to: '07:00' } };
  await ana.call('PUT', '/preference', { value, seen: 0 });
  const incident = await incidentOf('At night');
  now = '2026-11-23T22:00:00.000Z';
  await owner.call('POST', `/incidents/${incident}/comments`, { text: '@Ana Alm' });
  await tick();
  assert.deepEqual(
    (await to(ana)).map(({ state }) => state),
    ['waiting'],
  );
  await tick('2026-11-24T06:00:00.000Z');
  assert.deepEqual(
    (await to(ana)).map(({ state }) => state),
    ['sent'],
  );
});

test('a channel has what it was chosen for; it is tried, and its address and key are never shown again', async () => {
  const reach = { by: 'signed', url: `${receivers.web}/a-secret-path` };
  const made = await owner.call('POST', '/channels', { name: 'Ops', reach, kinds: ['document.approved'] });
  assert.match(String(made.json['key']), /^whsec_/);
  const id = String(made.json['id']);
  const { text } = await owner.call('GET', '/channels');
  assert.doesNotMatch(text, /a-secret-path|whsec_/);
  const tried = await owner.call('POST', `/channels/${id}/test`);
  await tick();
  const { json } = await owner.call('GET', `/notices/${String(tried.json['notice'])}`);
  assert.equal(json['state'], 'sent');
  assert.equal(receivers.posts.get(`msg_${String(tried.json['notice'])}`), 1);
  assert.equal((await owner.call('PATCH', `/channels/${id}`, { seen: 1, name: 'Operations' })).status, 200);
  assert.equal((await owner.call('PATCH', `/channels/${id}`, { seen: 1, name: 'Late' })).status, 409);
  assert.equal((await owner.call('DELETE', `/channels/${id}`)).status, 200);
  const bad = await owner.call('POST', '/channels', { name: 'Bad', reach: { by: 'webhook', url: 'ftp://x' } });
  assert.equal(bad.json['code'], 'channel.address');
});

test('what went out is sent again by hand, what waits is dropped, and nobody else may', async () => {
  const [first] = await to(bo);
  assert.equal((await owner.call('POST', `/notices/${first?.id}/drop`)).json['code'], 'notice.moving');
  assert.equal((await bo.call('POST', `/notices/${first?.id}/resend`)).status, 403);
  assert.equal((await owner.call('POST', `/notices/${first?.id}/resend`)).status, 200);
  assert.equal((await owner.call('POST', `/notices/${first?.id}/resend`)).json['code'], 'notice.moving');
  assert.equal((await owner.call('POST', `/notices/${first?.id}/drop`)).status, 200);
  assert.equal((await outbox('?state=dropped')).items[0]?.id, first?.id);
  await owner.call('POST', `/notices/${first?.id}/resend`);
  await tick();
  assert.equal(receivers.mails.get(messageName(first?.id ?? '')), 2);
});

test('an e-mail of a kind is ended by the link in it, without signing in, also by a program for mail', async () => {
  const letter = (await to(ana))[0];
  const address = `${around.origin}/unsubscribe/${letter?.id}`;
  assert.match(await (await app.request(address)).text(), /Somebody names you in a comment/);
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await app.request(address, { method: 'POST', headers, body })).status, 200);
  const { value } = (await ana.call('GET', '/preference')).json as unknown as {
    value: { kinds: object; quiet: object };
  };
  assert.deepEqual(value.kinds, { 'comment.mention': { email: 'off', slack: false } });
  assert.deepEqual(value.quiet, { from: '20:00', to: '07:00' });
  assert.equal((await app.request(`${around.origin}/unsubscribe/none`)).status, 404);
});

test('a secret address gives a calendar of one’s own open actions, until it is ended', async () => {
  const incident = await incidentOf('With actions');
  const entry = { text: 'Alert on the backlog', owner: 'Ana Alm', due: '2026-12-01' };
  await ana.call('POST', `/incidents/${incident}/actions`, { entry });
  await ana.call('POST', `/incidents/${incident}/actions`, { entry: { ...entry, owner: 'Bo Berg', text: 'Not hers' } });
  const { json } = await ana.call('POST', '/preference/calendar');
  const answer = await app.request(String(json['address']));
  assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
  const text = await answer.text();
  assert.match(text, /DTSTART;VALUE=DATE:20261201/);
  assert.match(text, /Alert on the backlog/);
  assert.doesNotMatch(text, /Not hers/);
  await ana.call('DELETE', '/preference/calendar');
  assert.equal((await app.request(String(json['address']))).status, 404);
});

test('whoever is given an action is told that it is theirs', async () => {
  const incident = await incidentOf('Given away');
  const { json } = await ana.call('POST', `/incidents/${incident}/actions`, {
    entry: { text: 'Alert on the backlog' },
  });
  const id = String(json['id']);
  const answer = await ana.call('POST', `/incidents/${incident}/actions/${id}/assign`, { owner: 'Cy Clark' });
  assert.equal(answer.status, 200, answer.text);
  await ana.call('POST', `/incidents/${incident}/actions/${id}/assign`, { due: '2026-12-24' });
  await tick();
  const told = await to(cy);
  assert.deepEqual(
    told.map(({ kind, subject }) => [kind, subject]),
    [['action.assigned', 'Alert on the backlog is yours']],
  );
});

test('a notice that cannot go anywhere keeps no other back', async () => {
  const text = { kind: 'document.approved', values: { by: 'Ana' }, toChannels: false } as const;
  const outside = (name: string, url: string) => [{ name, url, secret: 'whsec_eHg=' }];
  await enqueueAlone(around.database, await context(), [
    { key: 'bad', outside: outside('bad', 'no address'), ...text },
    { key: 'private', outside: outside('private', `${receivers.web}/x`), ...text },
    { key: 'good', people: [owner.personId], ...text },
  ]);
  await tick();
  assert.equal((await to(owner))[0]?.state, 'sent');
  // A stranger's address leads into no private network.
  const refused = (await outbox('?state=failed')).items.find((item) => item.to === `${receivers.web}/x`);
  assert.match(refused?.problem ?? '', /private network/);
});

test('what waits for somebody who ended the subscription is not sent', async () => {
  const [stays, ends] = [randomUUID(), randomUUID()];
  for (const id of [stays, ends])
    await around.database.query({
      text: `insert into subscription (id, way, address, created_at, confirmed_at) values ($1, 'email', $2, $3, $3)`,
      values: [id, `${id}@example.org`, now],
    });
  const values = {
    page: 'Status',
    title: 'Slow',
    status: 'Monitoring',
    text: 'It is slow.',
    path: '/',
    components: '',
  };
  const outside = [stays, ends].map((id) => ({ name: id, email: `${id}@example.org` }));
  await enqueueAlone(around.database, await context(), [{ key: 'status:1', kind: 'status.update', values, outside }]);
  await routeNotices(await context());
  await around.database.query({ text: 'delete from subscription where id = $1', values: [ends] });
  await tick();
  const { items } = await outbox('?limit=200');
  const ofAddress = (id: string) => {
    const { state, problem } = items.find((item) => item.to === `${id}@example.org`) ?? {};
    return [state, problem];
  };
  assert.deepEqual(ofAddress(stays), ['sent', null]);
  assert.deepEqual(ofAddress(ends), ['dropped', 'the subscription was ended']);
});
