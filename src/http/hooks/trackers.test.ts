import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { newHook, readAll, type TestHook } from '../../../test/server/hooks.ts';
import { listeningServer } from '../../../test/server/listening.ts';

// GitHub, GitLab, Jira, Linear and Slack as they deliver: one body at a time, each signed as its sender does.
const nowMs = Date.UTC(2026, 2, 4, 15, 40);
const server = await listeningServer({ now: () => new Date(nowMs).toISOString() });
const { origin, database } = server.around;
const admin = await server.person('admin');
const secret = 'a secret of both sides';
const key = Buffer.from('thirty-two bytes of a fixed key!');
const seconds = String(nowMs / 1000);
const hex = (by: string, text: string) => createHmac('sha256', by).update(text).digest('hex');

const bodiesOf = (source: string): Record<string, unknown>[] =>
  JSON.parse(readFileSync(new URL(`../../sources/${source}/sample.json`, import.meta.url), 'utf8')) as [];

type Sender = {
  source: string;
  secret: string;
  /** Bodies as they are sent. */
  bodies: string[];
  /** Headers of a delivery. */
  headers(text: string, id: string, by: string): Record<string, string>;
};

const texts = (source: string, more: object = {}) =>
  bodiesOf(source).map((body) => JSON.stringify({ ...body, ...more }));
const senders: Sender[] = [
  {
    source: 'github',
    secret,
    bodies: texts('github'),
    headers: (text, id, by) => ({ 'x-github-delivery': id, 'x-hub-signature-256': `sha256=${hex(by, text)}` }),
  },
  {
    source: 'gitlab',
    secret: `whsec_${key.toString('base64')}`,
    bodies: texts('gitlab'),
    headers: (text, id, by) => ({
      'x-gitlab-event': 'Some Hook',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${createHmac('sha256', Buffer.from(by.slice(6), 'base64'))
        .update(`${id}.${seconds}.${text}`)
        .digest('base64')}`,
    }),
  },
  {
    source: 'jira',
    secret,
    bodies: texts('jira'),
    headers: (text, id, by) => ({ 'x-atlassian-webhook-identifier': id, 'x-hub-signature': `sha256=${hex(by, text)}` }),
  },
  {
    source: 'linear',
    secret,
    bodies: texts('linear', { webhookTimestamp: nowMs }),
    headers: (text, id, by) => ({ 'linear-delivery': id, 'linear-signature': hex(by, text) }),
  },
  {
    source: 'slack',
    secret,
    bodies: bodiesOf('slack').map((event, index) =>
      JSON.stringify({ type: 'event_callback', api_app_id: 'A1', event_id: `Ev${index}`, event }),
    ),
    headers: (text, _id, by) => ({
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${hex(by, `v0:${seconds}:${text}`)}`,
    }),
  },
];

async function send({ path }: TestHook, body: string, headers: Record<string, string>) {
  const all = { 'content-type': 'application/json', ...headers };
  const response = await fetch(`${origin}${path}`, { method: 'POST', body, headers: all });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

async function signalsOf({ id }: TestHook): Promise<{ count: number; text: string }[]> {
  await readAll(server);
  const { rows } = await database.query<{ count: number; text: string }>({
    text: `select s.count, s.text from signal s
      where exists (select from sighting g join delivery d on d.id = g.delivery_id where g.signal_id = s.id and d.hook_id = $1)
      order by s.epoch_ms, s.key`,
    values: [id],
  });
  return rows;
}

/** How many signals each tells, and the first and last of them. Of Slack only what speaks of the incident. */
const told: Record<string, [number, string, string]> = {
  github: [8, 'Pull request #479 of acme/checkout merged into', 'Issue #482 of acme/checkout closed'],
  gitlab: [8, 'Merge request !79 of shop/checkout merged', 'Push of 1 commit to main of shop/checkout'],
  jira: [4, 'Incident OPS-482 created', 'Incident OPS-482 changed (status In Progress to Done'],
  linear: [5, 'Issue OPS-482 created', 'Issue OPS-482 changed (state now Done)'],
  slack: [8, '[FIRING:1] HighErrorRate (checkout)', 'Back to normal for 15 minutes, incident is resolved.'],
};

for (const { source, secret: known, bodies, headers } of senders) {
  test(`${source} is believed by its signature only, and what it sends again is told once`, async () => {
    const hook = await newHook(admin, source, { secret: known });
    const [first = ''] = bodies;
    const other = known.startsWith('whsec_') ? `whsec_${Buffer.from('another').toString('base64')}` : 'another';
    assert.equal((await send(hook, first, headers(first, 'id-0', other))).status, 401);
    assert.equal((await send(hook, first, {})).status, 401);
    for (const text of [...bodies.toReversed(), ...bodies]) {
      const sent = await send(hook, text, headers(text, `id-${bodies.indexOf(text)}`, known));
      assert.equal(sent.status, 200, sent.text);
    }
    const signals = await signalsOf(hook);
    const [count, begin, end] = told[source] ?? [0, '', ''];
    assert.equal(signals.length, count, JSON.stringify(signals));
    assert.ok(signals[0]?.text.startsWith(begin), signals[0]?.text);
    assert.ok(signals.at(-1)?.text.startsWith(end), signals.at(-1)?.text);
  });
}

test('Slack is greeted back with its challenge, when it signed', async () => {
  const hook = await newHook(admin, 'slack', { secret });
  const text = JSON.stringify({ type: 'url_verification', token: 't', challenge: '3eZbrw1a' });
  const sign = (by: string) => senders.at(-1)?.headers(text, '', by) ?? {};
  const greeted = await send(hook, text, sign(secret));
  assert.deepEqual([greeted.status, greeted.text], [200, '3eZbrw1a']);
  assert.match(greeted.type ?? '', /^text\/plain/);
  assert.equal((await send(hook, text, sign('another'))).status, 401);
  assert.deepEqual(await signalsOf(hook), []);
});

test('Linear and Slack refuse what was sent long ago, also when it is signed', async () => {
  const linear = await newHook(admin, 'linear', { secret });
  const [old = ''] = texts('linear', { webhookTimestamp: nowMs - 120_000 });
  const sent = await send(linear, old, { 'linear-signature': hex(secret, old) });
  assert.deepEqual([sent.status, /more than a minute/.test(sent.text)], [401, true]);
  const slack = await newHook(admin, 'slack', { secret });
  const late = String(nowMs / 1000 - 301);
  const signature = `v0=${hex(secret, `v0:${late}:{}`)}`;
  const replayed = await send(slack, '{}', { 'x-slack-request-timestamp': late, 'x-slack-signature': signature });
  assert.deepEqual([replayed.status, /five minutes/.test(replayed.text)], [401, true]);
});
