import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testServer } from '../../../test/server/server.ts';
import { makeAuthority } from '../../ledger/timestamp/authority.fixture.ts';
import { HindcastError } from '../../operations/errors.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import { type AnchorPlan, startAnchoring } from './anchoring.ts';
import { localContext } from './local-context.ts';
import { settingsOf } from './settings.ts';

const authority = await makeAuthority();
after(() => authority?.close());
/** `down`: the authority answers with a failure. */
const behaviour = { down: true };
const tsa = await new Promise<Server>((resolve) => {
  const listening = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (behaviour.down) response.writeHead(503).end();
      else void authority?.stamp(Buffer.concat(chunks)).then((reply) => response.end(reply));
    });
  }).listen(0, '127.0.0.1', () => resolve(listening));
});
after(() => tsa.close());

const timestampAuthority = `http://127.0.0.1:${(tsa.address() as { port: number }).port}/`;
const said: string[] = [];
const log = {
  info: () => {},
  warn: (details: object, message: string) => void said.push(`${JSON.stringify(details)} ${message}`),
};

type Anchors = { items: { kind: string; size: number }[] };
async function until<Value>(what: string, get: () => Promise<Value | undefined>): Promise<Value> {
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(10)) {
    const value = await get();
    if (value !== undefined) return value;
  }
  return assert.fail(`${what}: not within 5 s`);
}

// Before those that close the databases.
const stops: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const stop of stops.toReversed()) await stop();
});

/** A server whose ledger is numbered, and anchored by this plan in as many processes. */
async function anchored(plan: Partial<AnchorPlan>, over: { timestampAuthority?: string } = {}, processes = 1) {
  const server = await testServer(over);
  const sequencer = startSequencer(server.around.database, { everyMs: 5, log });
  const context = localContext(server.around, []);
  const all = { hours: 24, leading: sequencer.leading, log, lookEveryMs: 10, ...plan };
  stops.push(sequencer.stop, ...Array.from({ length: processes }, () => startAnchoring(context, all)));
  const admin = await server.person('admin');
  const list = async () => ((await admin.call('GET', '/ledger/anchors')).json as unknown as Anchors).items;
  const write = () => admin.call('POST', '/incidents', { title: 'Something new' });
  return { list, write };
}

const shared = await anchored({}, {}, 2);
const often = await anchored({ hours: 0.1 / 3600 });
const standby = await anchored({ leading: () => false });
const stamped = await anchored({ againAfterMs: 50 }, { timestampAuthority });

test('the ledger is anchored by itself, once in its hours, and once by two that take themselves for the one', async () => {
  const { list, write } = shared;
  await sleep(100);
  assert.deepEqual(await list(), []);
  await write();
  const [first] = await until('an anchor', async () => ((await list()).length > 0 ? list() : undefined));
  assert.equal(first?.kind, 'evidence');
  await write();
  await sleep(200);
  assert.equal((await list()).length, 1);
});

test('when its hours are over there is another one, where more was written than anchors', async () => {
  const { list, write } = often;
  await write();
  await until('an anchor', async () => ((await list()).length === 1 ? true : undefined));
  await sleep(400);
  assert.equal((await list()).length, 1);
  await write();
  await until('another', async () => ((await list()).length === 2 ? true : undefined));
});

test('a process that does not number the ledger anchors nothing', async () => {
  const { list, write } = standby;
  await write();
  await sleep(200);
  assert.deepEqual(await list(), []);
});

test('an authority that fails is logged and asked again; the evidence store has its anchor meanwhile', async (context) => {
  if (authority === undefined) return context.skip('no openssl');
  const { list, write } = stamped;
  await write();
  await until('a warning', async () => (said.some((line) => line.includes('"rfc3161"')) ? true : undefined));
  await until('the copy', async () => ((await list()).some(({ kind }) => kind === 'evidence') ? true : undefined));
  assert.match(said.join('\n'), /status 503.*it is tried again/);
  behaviour.down = false;
  await until('the stamp', async () => ((await list()).some(({ kind }) => kind === 'rfc3161') ? true : undefined));
  return undefined;
});

test('the hours are a setting', () => {
  assert.equal(settingsOf({}).anchorHours, 24);
  assert.equal(settingsOf({ HINDCAST_ANCHOR_HOURS: '0' }).anchorHours, 0);
  assert.throws(
    () => settingsOf({ HINDCAST_ANCHOR_HOURS: '1.5' }),
    (error) => error instanceof HindcastError && error.code === 'server.setting',
  );
});
