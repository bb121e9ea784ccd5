import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { enterMany } from '../../../test/server/enter.ts';
import { testServer } from '../../../test/server/server.ts';
import { makeAuthority } from '../../ledger/timestamp/authority.fixture.ts';
import { openTimestamp } from '../../ledger/timestamp/reply.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

type Json = Record<string, unknown>;

const authority = await makeAuthority();
/** `refuse`: the authority answers with a stamp of something else. */
const behaviour = { refuse: false };
const tsa = await new Promise<Server>((resolve) => {
  const listening = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = Buffer.concat(chunks);
      if (behaviour.refuse) asked[40] = (asked[40] ?? 0) ^ 1;
      void authority?.stamp(asked).then((reply) => response.end(reply));
    });
  }).listen(0, '127.0.0.1', () => resolve(listening));
});
after(() => tsa.close());
after(() => authority?.close());

const timestampAuthority = `http://127.0.0.1:${(tsa.address() as { port: number }).port}/`;
const server = await testServer({ timestampAuthority });
const { database } = server.around;
const admin = await server.person('admin');
const log = pino({ level: 'silent' });

const run = (text: string) => database.query<Json>({ text, values: [] });
/** Runs statements as somebody who owns the database could, past the guard of the entries. */
async function behindItsBack(...texts: string[]): Promise<void> {
  const client = await database.connect();
  await client.query('set session_replication_role = replica');
  for (const text of texts) await client.query(text);
  await client.end();
}
async function add(count: number): Promise<void> {
  const sequencer = startSequencer(database, { everyMs: 5, log });
  await enterMany(database, count);
  while ((await run('select 1 from entry where seq is null limit 1')).rows.length > 0) await sleep(5);
  await sequencer.stop();
}
async function verdict(): Promise<{ intact: boolean; problems: string[] }> {
  const answer = await admin.call('GET', '/ledger/verification');
  assert.equal(answer.status, 200, answer.text);
  return answer.json as unknown as { intact: boolean; problems: string[] };
}
/** Does something to the tables, says what the ledger finds, and undoes it. */
async function foundAfter(...texts: string[]): Promise<string> {
  const tables = ['entry', 'checkpoint', 'tile'];
  await behindItsBack(...tables.map((table) => `create table kept_${table} as table ${table}`), ...texts);
  const { intact, problems } = await verdict();
  assert.ok(!intact, texts.join('; '));
  await behindItsBack(
    'delete from anchor',
    ...tables.flatMap((table) => [
      `delete from ${table}`,
      `insert into ${table} overriding system value table kept_${table}`,
      `drop table kept_${table}`,
    ]),
  );
  return problems.join('; ');
}

for (let batch = 0; batch < 5; batch += 1) await add(300);

test('an untouched ledger is intact', async () => {
  assert.deepEqual(await verdict(), {
    intact: true,
    entries: 1500,
    erased: 0,
    checkpoints: 5,
    anchors: 0,
    problems: [],
  });
});

const tries: [string, RegExp, ...string[]][] = [
  [
    'a changed payload',
    /entry 700 was altered/,
    `update entry set payload = replace(payload, 'xxx', 'xyx') where seq = 700`,
  ],
  [
    'a changed actor beside the payload',
    /entry 701 is filed under another/,
    `update entry set actor = 'x' where seq = 701`,
  ],
  [
    'a changed payload with its hash',
    /entry 702 .*not what the stored tree/,
    `update entry set payload = 'x', salt = '\\x00', hash = sha256('\\x0078') where seq = 702`,
  ],
  ['a removed entry', /entry 703 is missing/, 'delete from entry where seq = 703'],
  [
    "two entries in each other's place",
    /entry 704 .*not what the stored tree/,
    'update entry set seq = -1 where seq = 704',
    'update entry set seq = 704 where seq = 705',
    'update entry set seq = 705 where seq = -1',
  ],
  ['entries cut off at the end', /truncated: 1500 entries were signed, 1400/, 'delete from entry where seq >= 1400'],
  [
    'a forged checkpoint',
    /checkpoint of 1500 entries.*signature/,
    `update checkpoint set note = replace(note, E'\\n1500\\n', E'\\n1499\\n') where size = 1500`,
  ],
];
for (const [what, found, ...texts] of tries)
  test(`verification names ${what}`, async () => {
    assert.match(await foundAfter(...texts), found);
  });

test('who rewrites entries, tree and checkpoints together is found out by an anchored checkpoint', async () => {
  const anchored = await admin.call('POST', '/ledger/anchors', {});
  assert.equal(anchored.status, 200, anchored.text);
  assert.equal(anchored.json['size'], 1500);
  await add(1);
  const { items } = (await admin.call('GET', '/ledger/anchors')).json as unknown as { items: Json[] };
  assert.equal(items[0]?.['place'], anchored.json['place']);
  assert.deepEqual((await verdict()).problems, []);
  await behindItsBack(
    `update entry set payload = null, salt = null, hash = sha256('other') where seq = 900`,
    'update entry set seq = null where seq is not null',
    'delete from tile',
    'alter table anchor drop constraint anchor_size_fkey',
    'delete from checkpoint',
  );
  await add(10);
  assert.match((await verdict()).problems.join('; '), /forked|rewritten/);
});

test(
  'a checkpoint is stamped by an authority, and openssl says so too',
  { skip: authority === undefined ? 'skipped: no openssl' : false },
  async () => {
    const made = await admin.call('POST', '/ledger/anchors', { kind: 'rfc3161' });
    assert.equal(made.status, 200, made.text);
    assert.equal(made.json['place'], timestampAuthority);
    const { items } = (await admin.call('GET', '/ledger/anchors')).json as unknown as { items: Json[] };
    const proof = Buffer.from(String(items.find(({ kind }) => kind === 'rfc3161')?.['proof']), 'base64');
    const { note } = (await admin.call('GET', `/ledger/checkpoint?size=${made.json['size']}`)).json;
    assert.equal(openTimestamp(proof, String(note)).at.slice(0, 19), String(made.json['at']).slice(0, 19));
    assert.match((await authority?.verify(proof, String(note))) ?? '', /OK/);
    behaviour.refuse = true;
    const refused = await admin.call('POST', '/ledger/anchors', { kind: 'rfc3161' });
    assert.deepEqual([refused.status, refused.json['code']], [503, 'anchor.unavailable']);
  },
);
