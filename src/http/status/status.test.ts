import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { startRemovingOld } from '../../jobs/start-removing-old.ts';
import { systemActor } from '../../operations/access/actor.ts';
import { save } from '../../operations/save.ts';
import { reportChanges, type ReportWish } from '../../operations/status/report-changes.ts';
import { storedContext } from '../stored-context.ts';
import type { Wire } from './status.fixture.ts';

let clock = Date.parse('2026-11-21T10:00:00Z');
const server = await testServer({ now: () => new Date(clock).toISOString() });
const owner = await server.person('owner', 'Olga Own');
const approver = await server.person('approver', 'Ann Lee');
const editor = await server.person('editor', 'Ed Falk');
const { database } = server.around;

const set = async (name: string, value: unknown) => {
  const { items } = (await owner.call('GET', '/settings')).json as unknown as { items: Wire[] };
  const seen = items.find((one) => one.name === name)?.version;
  const answer = await owner.call('PATCH', `/settings/${name}`, { value, seen });
  assert.equal(answer.status, 200, answer.text);
};
const get = async (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) => {
  const response = await server.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const post = (path: string, email: string) =>
  get(path, { 'content-type': 'application/x-www-form-urlencoded' }, 'POST', `email=${encodeURIComponent(email)}`);
async function incident(title: string, more: object = {}): Promise<string> {
  const record = { incident: { title, services: 'Checkout' }, summary: { impact: 'Orders failed.' }, ...more };
  return `/incidents/${(await editor.call('POST', '/incidents', { record })).json['id']}`;
}
const say = (of: string, more: object = {}) => {
  const message = { stage: 'initial', subject: 'Investigating: orders fail', text: 'Orders fail. We are looking.' };
  const statusPage = { status: 'investigating', impact: 'major', components: { Checkout: 'partial_outage' } };
  return approver.call('POST', `${of}/announcements`, { ...message, statusPage, ...more });
};
type Notice = {
  key: string;
  kind: string;
  outside: { email?: string; url?: string; unsubscribe?: string };
  payload: Wire;
};
const notices = async (kind: string) =>
  (
    await database.query<Notice>({
      text: 'select key, kind, outside, payload from notice where kind = $1 order by number',
      values: [kind],
    })
  ).rows;
const settled = async (isSo: () => Promise<boolean>) => {
  for (const until = Date.now() + 15_000; Date.now() < until;) if (await isSo()) return;
  assert.fail('it did not come so far in 15 s');
};

const paths = [
  '/status',
  '/status/history',
  '/status/history.atom',
  '/status/api/v2/summary.json',
  '/status/api/v2/status.json',
  '/status/api/v2/components.json',
  '/status/api/v2/incidents.json',
  '/status/api/v2/incidents/unresolved.json',
];

test('nothing of the status page is there before an owner turns it on, and nothing can be put on it', async () => {
  for (const path of paths) assert.equal((await get(path)).status, 404, path);
  assert.equal((await post('/status/subscribe', 'a@example.org')).status, 404);
  assert.equal((await say(await incident('Off'))).json['code'], 'status.off');
});

test('an update is on the page, in its feed and in JSON at once, and what is resolved goes to the past', async () => {
  await set('status.components', [{ name: 'Checkout', description: 'Paying' }, { name: 'Search' }]);
  await set('status.title', 'Shop status');
  await set('status.on', true);
  assert.match((await get('/status')).text, /All systems operational/);
  const one = await incident('Internal title of db-prod-01');
  assert.equal((await say(one)).status, 200);
  const page = await get('/status');
  assert.match(page.text, /is-major.*Partial outage/s);
  assert.match(page.text, /Orders fail\. We are looking\./);
  assert.doesNotMatch(page.text, /Internal title|db-prod|Ann Lee|INC-/);
  const summary = JSON.parse((await get('/status/api/v2/summary.json')).text) as Wire;
  assert.deepEqual(summary.status, { indicator: 'major', description: 'Partial outage' });
  assert.deepEqual(
    summary.components.map(({ name, status }: Wire) => [name, status]),
    [
      ['Checkout', 'partial_outage'],
      ['Search', 'operational'],
    ],
  );
  assert.equal(summary.incidents[0].name, 'orders fail');
  assert.equal(summary.incidents[0].incident_updates[0].body, 'Orders fail. We are looking.');
  const feed = await get('/status/history.atom');
  assert.match(feed.headers.get('content-type') ?? '', /atom\+xml/);
  assert.match(feed.text, /<title>Investigating: orders fail<\/title>/);
  clock += 1_200_000;
  const statusPage = { status: 'resolved', impact: 'major', components: { Checkout: 'operational' } };
  assert.equal((await say(one, { stage: 'resolved', text: 'Orders work again.', statusPage })).status, 200);
  const after = await get('/status');
  assert.match(after.text, /All systems operational/);
  assert.match(after.text, /Orders work again\.[^]*Orders fail\. We are looking\./);
  const gone = JSON.parse((await get('/status/api/v2/incidents/unresolved.json')).text) as Wire;
  assert.deepEqual(gone.incidents, []);
});

test('the page is given from memory and by its tag, has no script, and sets no cookie', async () => {
  const page = await get('/status');
  assert.match(page.headers.get('cache-control') ?? '', /public, max-age=\d+/);
  assert.equal((await get('/status', { 'if-none-match': page.headers.get('etag') ?? '' })).status, 304);
  assert.equal(page.headers.get('set-cookie'), null);
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
  assert.doesNotMatch(page.text, /<script|\son\w+=/);
});

test('what somebody writes is text on the page, in the feed and in JSON', async () => {
  const bad = '<script>alert(1)</script> & </entry>';
  const made = await incident('x');
  const { suspects } = (await approver.call('POST', `${made}/announcements/preview`, { subject: bad, text: bad }))
    .json as unknown as { suspects: Wire[] };
  const accepted = suspects.map(({ id }) => id);
  assert.equal((await say(made, { subject: bad, text: bad, accepted })).status, 200);
  for (const path of ['/status', '/status/history', '/status/history.atom'])
    assert.doesNotMatch((await get(path)).text, /<script>|& <\/entry>/, path);
  assert.equal((await approver.call('POST', `${made}/status/withdraw`, { reason: 'a test' })).status, 200);
  assert.doesNotMatch((await get('/status')).text, /alert/);
});

test('a subscription by e-mail begins with a letter, is confirmed by a button, and ends with one click', async () => {
  assert.equal((await post('/status/subscribe', 'Cara@Example.org')).status, 200);
  await settled(async () => (await notices('status.confirm')).length === 1);
  // Asked again within the hour, and by another case: no second letter, and the same answer.
  assert.equal((await post('/status/subscribe', 'cara@example.org')).status, 200);
  assert.equal((await post('/status/subscribe', 'no address')).status, 400);
  const [letter] = await notices('status.confirm');
  const path = String(letter?.payload.values.path);
  const made = await incident('Search slow');
  await say(made, { subject: 'Search is slow', text: 'Search is slow.' });
  assert.deepEqual(await notices('status.update'), []);
  // A program that follows links confirms nothing.
  assert.match((await get(path)).text, /method="post"/);
  const isConfirmed = async () => {
    const { items } = (await owner.call('GET', '/status/subscriptions')).json as unknown as { items: Wire[] };
    return items.map(({ confirmedAt }) => confirmedAt !== null);
  };
  assert.deepEqual(await isConfirmed(), [false]);
  assert.match((await get(path, {}, 'POST')).text, /You are subscribed/);
  assert.deepEqual(await isConfirmed(), [true]);
  await say(made, { stage: 'update', subject: 'Update: search is slow', text: 'Still slow.' });
  const [update] = await notices('status.update');
  assert.equal(update?.outside.email?.toLowerCase(), 'cara@example.org');
  assert.equal(update?.payload.values.text, 'Still slow.');
  const end = new URL(update?.outside.unsubscribe ?? '').pathname;
  assert.match((await get(end)).text, /method="post"/);
  assert.deepEqual(await isConfirmed(), [true]);
  assert.equal((await get(end, {}, 'POST', 'List-Unsubscribe=One-Click')).status, 200);
  assert.deepEqual(await isConfirmed(), []);
  assert.equal((await get(end, {}, 'POST')).status, 200);
  await say(made, { stage: 'update', subject: 'Update: search is slow', text: 'Slow once more.' });
  assert.equal((await notices('status.update')).length, 1);
});

test('a webhook of the status page is asked as often as it changes, and its secret is shown once', async () => {
  const url = 'https://hooks.example.org/status';
  const made = await owner.call('POST', '/status/subscriptions', { url });
  assert.match(String(made.json['secret']), /^whsec_/);
  assert.equal((await owner.call('POST', '/status/subscriptions', { url })).json['code'], 'subscription.taken');
  assert.equal((await owner.call('POST', '/status/subscriptions', { url: 'http://x.example' })).status, 400);
  await say(await incident('Again'), { subject: 'Again', text: 'It is slow again.' });
  assert.equal((await notices('status.update')).at(-1)?.outside.url, url);
  assert.doesNotMatch((await owner.call('GET', '/status/subscriptions')).text, /whsec_/);
  const { id } = made.json as unknown as Wire;
  assert.equal((await owner.call('DELETE', `/status/subscriptions/${id}`)).status, 200);
  assert.equal((await owner.call('DELETE', `/status/subscriptions/${id}`)).json['code'], 'subscription.none');
});

test('what was taken off the page does not come back with the next update', async () => {
  const made = await incident('Named by mistake');
  assert.equal((await say(made, { subject: 'Orders fail', text: 'Orders are lost for ever.' })).status, 200);
  assert.equal((await approver.call('POST', `${made}/status/withdraw`, { reason: 'not so' })).status, 200);
  const statusPage = { status: 'monitoring', impact: 'minor', components: { Search: 'degraded_performance' } };
  const next = { stage: 'update', subject: 'Update: slow for some', text: 'Search is slow for some.', statusPage };
  assert.equal((await say(made, next)).status, 200);
  const { incidents } = JSON.parse((await get('/status/api/v2/incidents.json')).text) as Wire;
  const shown = incidents.find(({ name }: Wire) => name === 'slow for some');
  assert.deepEqual(
    shown.incident_updates.map(({ body }: Wire) => body),
    ['Search is slow for some.'],
  );
  const kept = `select components from status_report where title = 'slow for some'`;
  const { rows } = await database.query<Wire>({ text: kept, values: [] });
  assert.deepEqual(rows, [{ components: { Search: 'degraded_performance' } }]);
  for (const path of ['/status', '/status/history', '/status/history.atom'])
    assert.doesNotMatch((await get(path)).text, /lost for ever/, path);
});

test('first updates of an incident at one moment make one report, and none of them is lost', async () => {
  const made = await incident('At one moment');
  const { rows } = await database.query<{ id: string }>({
    text: 'select id from incident order by number desc limit 1',
    values: [],
  });
  const id = String(rows[0]?.id);
  const message = { subject: 'At once', text: 'One of two.' };
  const wish: ReportWish = { status: 'investigating', impact: 'minor', components: {} };
  const context = await storedContext(server.around, systemActor, new Date(clock).toISOString());
  // Neither sees a report of the other.
  const [first, second] = [
    await reportChanges(context, id, message, wish),
    await reportChanges(context, id, message, wish),
  ];
  const decision = { operation: 'test.change', subject: 'test/1', payload: {}, result: {} };
  await save(context, { ...decision, changes: first?.changes ?? [] });
  await assert.rejects(save(context, { ...decision, changes: second?.changes ?? [] }), { code: 'store.conflict' });
  const both = await Promise.all(['One', 'Two'].map((text) => say(made, { subject: 'At once', text })));
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
});

test('an address that nobody confirmed within a week is forgotten, and its link is no longer good', async () => {
  assert.equal((await post('/status/subscribe', 'late@example.org')).status, 200);
  const letterOf = async () =>
    (await notices('status.confirm')).find(({ outside }) => outside.email === 'late@example.org');
  await settled(async () => (await letterOf()) !== undefined);
  const path = String((await letterOf())?.payload.values.path);
  clock += 8 * 86_400_000;
  assert.match((await get(path, {}, 'POST')).text, /no longer good/);
  for (const way of ['confirm', 'unsubscribe'])
    assert.equal((await get(`/status/${way}/no-id`, {}, 'POST')).status, 200, way);
  const isKept = async () =>
    (await database.query({ text: `select from subscription where address = 'late@example.org'`, values: [] }))
      .count === 1;
  assert.equal(await isKept(), true);
  await database.query({
    text: `update subscription set created_at = '2020-01-01' where confirmed_at is null`,
    values: [],
  });
  const { around } = server;
  const stop = startRemovingOld(database, around.evidence, { leading: () => true, log: around.log, everyMs: 10 });
  await settled(async () => !(await isKept()));
  await stop();
});
