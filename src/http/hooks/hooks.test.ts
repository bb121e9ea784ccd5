import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { giveUpReading } from '../../operations/delivery/give-up.ts';
import { alertBody, newHook, readAll } from '../../../test/server/hooks.ts';
import { listeningServer } from '../../../test/server/listening.ts';

let nowMs = Date.now();
const server = await listeningServer({ now: () => new Date(nowMs).toISOString() });
const { origin, database } = server.around;
const admin = await server.person('admin');
const hook = await newHook(admin, 'alertmanager');

type Sent = { status: number; code: string; headers: Headers; text: string };

async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  const code = response.ok ? '' : String((JSON.parse(text) as { code: string }).code);
  return { status: response.status, code, headers: response.headers, text };
}

const count = async (table: string, where = 'true') =>
  Number(
    (await database.query<{ n: string }>({ text: `select count(*) as n from ${table} where ${where}`, values: [] }))
      .rows[0]?.n,
  );
const body = (alert: string) => JSON.stringify(alertBody({ alert }));

test('an address that was mistyped, of another source, rotated or revoked is not there, and nothing is told of it', async () => {
  const other = await newHook(admin, 'github');
  const token = hook.path.split('/').at(-1);
  const before = await count('delivery');
  for (const path of [`/hooks/alertmanager/hch_${'x'.repeat(43)}`, `/hooks/github/${token}`, '/hooks/none/none']) {
    const sent = await send(path, body('Nobody'));
    assert.deepEqual([sent.status, sent.code], [404, 'hook.not-found'], path);
  }
  const rotated = (await admin.call('POST', `/hooks/${other.id}/rotate`, { keepHours: 1 })).json as unknown as {
    address: string;
  };
  const next = new URL(rotated.address).pathname;
  assert.deepEqual([(await send(next, '{}')).status, (await send(other.path, '{"a":1}')).status], [200, 200]);
  nowMs += 3_601_000;
  assert.deepEqual([(await send(next, '{"b":1}')).status, (await send(other.path, '{"c":1}')).status], [200, 404]);
  nowMs -= 3_601_000;
  assert.equal((await admin.call('DELETE', `/hooks/${other.id}`)).status, 200);
  assert.equal((await send(next, '{"d":1}')).status, 404);
  assert.equal(await count('delivery'), before + 3);
});

test('a wrong signature is refused with what to do, written down without the body, and never read', async () => {
  const secret = randomBytes(20).toString('hex');
  const signed = await newHook(admin, 'github', { secret });
  const text = readFileSync(new URL('../../sources/github/sample.json', import.meta.url), 'utf8');
  const signature = (by: string) => `sha256=${createHmac('sha256', by).update(text).digest('hex')}`;
  const headers = { 'x-github-event': 'push', 'x-github-delivery': 'one' };
  const wrong = await send(signed.path, text, { ...headers, 'x-hub-signature-256': signature('another') });
  assert.deepEqual([wrong.status, wrong.code], [401, 'hook.refused']);
  assert.match(wrong.text, /The signature is wrong/);
  assert.equal((await send(signed.path, text, headers)).status, 401);
  assert.equal((await send(signed.path, text, { ...headers, 'x-hub-signature-256': signature(secret) })).status, 200);
  const { items } = (await admin.call('GET', `/deliveries?hook=${signed.id}`)).json as unknown as {
    items: { id: string; state: string; sha256: string | null; reason: string | null }[];
  };
  assert.deepEqual(
    items.map(({ state, sha256 }) => [state, sha256 === null]),
    [
      ['waiting', false],
      ['refused', true],
      ['refused', true],
    ],
  );
  const again = await admin.call('POST', `/deliveries/${items[1]?.id}/read-again`);
  assert.equal(again.json['code'], 'delivery.refused');
  const { rows } = await database.query<{ all: string }>({
    text: "select string_agg(h::text, ' ') as all from delivery h where hook_id = $1",
    values: [signed.id],
  });
  const kept = rows[0]?.all ?? '';
  assert.ok(kept.includes('x-github-event'));
  assert.ok(!/x-hub-signature/.test(kept));
  await readAll(server);
});

test('a genuine request that somebody sends again later is refused, and a greeting is answered and not stored', async () => {
  const secret = 'signing-secret-of-the-app';
  const { id, path } = await newHook(admin, 'slack', { secret });
  const signed = (text: string, atMs: number) => {
    const time = String(Math.floor(atMs / 1000));
    const signature = createHmac('sha256', secret).update(`v0:${time}:${text}`).digest('hex');
    return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
  };
  const greeting = JSON.stringify({ type: 'url_verification', challenge: 'are-you-there', token: 'x' });
  const greeted = await send(path, greeting, signed(greeting, nowMs));
  assert.deepEqual([greeted.status, greeted.text], [200, 'are-you-there']);
  const event = { type: 'message', channel: 'C1', user: 'U1', text: 'It is down', ts: '1772634190.000100' };
  const text = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event });
  const headers = signed(text, nowMs);
  assert.equal((await send(path, text, headers)).status, 200);
  assert.equal((await send(path, text, headers)).status, 200);
  nowMs += 6 * 60_000;
  const replayed = await send(path, text, headers);
  assert.deepEqual([replayed.status, replayed.code], [401, 'hook.refused']);
  await readAll(server);
  const { counts } = (await admin.call('GET', `/hooks/${id}`)).json as unknown as { counts: object };
  assert.deepEqual(counts, { read: 1, unread: 0, repeated: 1, refused: 1, waiting: 0 });
});

test('a delivery that a reader did not survive is given up once, and the others are read', async () => {
  assert.equal((await send(hook.path, body('Deadly'))).status, 200);
  assert.equal((await send(hook.path, body('Alive'))).status, 200);
  const { rows } = await database.query<{ id: string }>({
    text: 'select min(delivery_id) as id from delivery_waiting',
    values: [],
  });
  const id = rows[0]?.id ?? '';
  for (let time = 0; time < 2; time += 1) await giveUpReading(database, id, new Date(nowMs).toISOString(), 'too large');
  assert.equal(await readAll(server), 1);
  const shown = (await admin.call('GET', `/deliveries/${id}`)).json as unknown as { state: string; reason: string };
  assert.deepEqual([shown.state, shown.reason], ['unread', 'too large']);
  const { counts } = (await admin.call('GET', `/hooks/${hook.id}`)).json as unknown as { counts: { unread: number } };
  assert.equal(counts.unread, 1);
});

test('a secret is never shown again, and a hook without what it needs says so', async () => {
  const secret = 'correct horse battery staple';
  const made = await newHook(admin, 'github', { secret });
  const shown = await admin.call('GET', `/hooks/${made.id}`);
  assert.ok(!shown.text.includes(secret));
  const { hasSecret, version } = shown.json as unknown as { hasSecret: boolean; version: number };
  assert.deepEqual([hasSecret, version], [true, 1]);
  assert.equal((await admin.call('PATCH', `/hooks/${made.id}`, { secret: null, seen: 1 })).status, 200);
  const changed = (await admin.call('GET', `/hooks/${made.id}`)).json as unknown as { hasSecret: boolean };
  assert.equal(changed.hasSecret, false);
  assert.equal(
    (await admin.call('PATCH', `/hooks/${made.id}`, { name: 'x', seen: 1 })).json['code'],
    'record.conflict',
  );
  const { rows } = await database.query<{ all: string }>({
    text: "select string_agg(e::text, ' ') as all from entry e",
    values: [],
  });
  const ledger = rows[0]?.all ?? '';
  assert.ok(ledger.includes('hook.create'));
  assert.ok(!ledger.includes(secret));
  assert.equal((await admin.call('POST', '/hooks', { name: 'x', source: 'none' })).json['code'], 'hook.source');
});

test('the end is the same in whatever order deliveries come, how often, and however they are read', async () => {
  const bodies = ['A', 'B', 'C'].flatMap((alert) => [
    alertBody({ alert: `Order${alert}` }),
    alertBody({ alert: `Order${alert}`, groupKey: 'later' }),
    alertBody({ alert: `Order${alert}`, ended: '2026-03-04T16:00:00Z' }),
  ]);
  const dump = async () =>
    (
      await database.query({
        text: `select s.key, s.text, s.count, s.condition_key, s.condition_state, s.rank, s.pointer, encode(d.sha256, 'hex') as sha256
          from signal s join delivery d on d.id = s.delivery_id where s.key like '%Order%' order by s.key`,
        values: [],
      })
    ).rows;
  const texts = bodies.map((one) => JSON.stringify(one));
  const orders = [texts, texts.toReversed(), [...texts.slice(4), ...texts.slice(0, 6), ...texts]];
  const ends: unknown[] = [];
  for (const [round, order] of orders.entries()) {
    for (const text of order) {
      assert.equal((await send(hook.path, text)).status, 200);
      if (round === 1) await readAll(server);
    }
    await readAll(server);
    ends.push(await dump());
    await database.query({ text: 'delete from sighting', values: [] });
    await database.query({ text: 'delete from signal', values: [] });
    await database.query({ text: 'delete from delivery where refused is null and hook_id = $1', values: [hook.id] });
  }
  assert.equal((ends[0] as unknown[]).length, 6);
  assert.deepEqual(ends[1], ends[0]);
  assert.deepEqual(ends[2], ends[0]);
});

test('bodies come packed, as JSON lines, as forms and as binary CloudEvents; what is no text is not taken', async () => {
  const packed = [
    [gzipSync(body('Gzip')), 'gzip'],
    [brotliCompressSync(body('Brotli')), 'br'],
  ] as const;
  for (const [bytes, encoding] of packed)
    assert.equal(
      (await send(hook.path, new Uint8Array(bytes), { 'content-encoding': encoding })).status,
      200,
      encoding,
    );
  const lines = `${body('Line1')}\n${body('Line2')}\n`;
  assert.equal((await send(hook.path, lines, { 'content-type': 'application/x-ndjson' })).status, 200);
  const form = new URLSearchParams({ payload: body('Form') }).toString();
  assert.equal((await send(hook.path, form, { 'content-type': 'application/x-www-form-urlencoded' })).status, 200);
  const event = { 'ce-specversion': '1.0', 'ce-type': 'alert', 'ce-id': '1', 'ce-source': '/a' };
  assert.equal((await send(hook.path, body('Binary'), { ...event, 'content-type': 'application/x-own' })).status, 200);
  assert.equal((await send(hook.path, 'x', { 'content-type': 'image/png' })).code, 'hook.type');
  assert.equal((await send(hook.path, 'x', { 'content-encoding': 'zstd' })).code, 'hook.type');
  assert.equal((await send(hook.path, 'no gzip', { 'content-encoding': 'gzip' })).code, 'hook.broken');
  assert.equal((await send(hook.path, new Uint8Array([0x7b, 0xff, 0x7d]))).code, 'hook.broken');
  await readAll(server);
  const { rows } = await database.query<{ text: string }>({
    text: "select text from signal where text ~ '(Gzip|Brotli|Line|Form|Binary)' order by text",
    values: [],
  });
  assert.deepEqual(
    rows.map(({ text }) => /Alert (\w+)/.exec(text)?.[1]),
    ['Binary', 'Brotli', 'Form', 'Gzip', 'Line1', 'Line2'],
  );
});

test('a delivery that is cut off leaves nothing behind', async () => {
  const before = await count('delivery');
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const head = `POST ${hook.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`;
  socket.write(`${head}${body('Cut').slice(0, 300)}`);
  await once(socket, 'connect');
  socket.destroy();
  // What is sent after it is answered after it.
  assert.equal((await send(hook.path, body('Whole'))).status, 200);
  assert.equal(await count('delivery'), before + 1);
});

test('more than fifty megabytes, packed or not, are refused and not held; just below, they are taken and read', async () => {
  const most = 50_000_000;
  const before = await count('delivery');
  const tooMuch = await send(hook.path, new Uint8Array(most + 1));
  assert.deepEqual([tooMuch.status, tooMuch.code], [413, 'body.too-large']);
  const bomb = gzipSync(Buffer.alloc(150_000_000));
  const bombed = await send(hook.path, new Uint8Array(bomb), { 'content-encoding': 'gzip' });
  assert.deepEqual([bombed.status, bombed.code], [413, 'body.too-large']);
  assert.equal(await count('delivery'), before);
  const [alert] = alertBody({ alert: 'Large' }).alerts;
  assert.ok(alert);
  const filler = { ...alert, annotations: { summary: 'Large', description: 'the queue is full. '.repeat(400) } };
  const alerts = Array.from({ length: 6300 }, (_, index) => ({ ...filler, fingerprint: `large${index}` }));
  const large = JSON.stringify({ ...alertBody(), alerts });
  assert.ok(large.length > most * 0.95 && large.length < most, String(large.length));
  assert.equal((await send(hook.path, large)).status, 200);
  const { rows } = await database.query<{ body: null; sha256: string }>({
    text: "select body, encode(sha256, 'hex') as sha256 from delivery order by id desc limit 1",
    values: [],
  });
  assert.equal(rows[0]?.body, null);
  assert.ok(await server.around.evidence.has(rows[0].sha256));
  await readAll(server);
  assert.equal(await count('signal', "key like '%large%'"), 6300);
});

test('whoever tries address after address is told to wait, and those who know theirs are not', async () => {
  const answers = new Set<number>();
  for (let index = 0; index < 70; index += 1)
    answers.add((await send(`/hooks/alertmanager/hch_${index}`, '{}')).status);
  assert.deepEqual(answers, new Set([404, 429]));
  assert.equal((await send(hook.path, body('Known'))).status, 200);
});
