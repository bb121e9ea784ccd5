import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { testServer } from '../../../test/server/server.ts';
import { entryHash } from '../../ledger/entry-hash.ts';
import { openCheckpoint } from '../../ledger/note/checkpoint.ts';
import { readVerifier } from '../../ledger/note/keys.ts';
import { openRotation } from '../../ledger/note/rotation.ts';
import { leafHash } from '../../ledger/tree/node-hash.ts';
import { verifyConsistency } from '../../ledger/tree/verify-consistency.ts';
import { verifyInclusion } from '../../ledger/tree/verify-inclusion.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

type Item = { seq: number; hash: string; salt?: string | null; payload?: string | null; subject?: string };
type Json = Record<string, unknown>;

const server = await testServer();
const { database } = server.around;
const sequencer = startSequencer(database, { everyMs: 5, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const owner = await server.person('owner');
const admin = await server.person('admin');
const viewer = await server.person('viewer');
const bytes = (text: unknown) => Buffer.from(String(text), 'base64');

async function settled(): Promise<void> {
  const text = 'select count(*) from entry where seq is null';
  while ((await database.query<{ count: string }>({ text, values: [] })).rows[0]?.count !== '0') await sleep(5);
}
async function get(path: string, by = viewer): Promise<Json> {
  const answer = await by.call('GET', path);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}
const entries = async (query = '', by = viewer) =>
  (await get(`/ledger/entries?limit=500${query}`, by))['items'] as Item[];

async function incident(title: string, visibility = 'internal'): Promise<string> {
  const made = await admin.call('POST', '/incidents', { title, visibility });
  await settled();
  return String(made.json['id']);
}

const open = await incident('Open');
const secret = await incident('Secret', 'restricted');
const firstKey = readVerifier(String(((await get('/ledger/keys'))['items'] as Json[])[0]?.['verifier']));

test('a checkpoint is signed by the key that the ledger names', async () => {
  const { note, size, root } = await get('/ledger/checkpoint');
  const opened = openCheckpoint(String(note), [firstKey]);
  assert.equal(opened.size, size);
  assert.deepEqual(Buffer.from(opened.root), bytes(root));
  assert.equal((await viewer.call('GET', '/ledger/checkpoint?size=999999')).json['code'], 'ledger.no-checkpoint');
});

test('each entry can be hashed again from what is shown of it, and proven to be in the checkpoint', async () => {
  for (const { seq, hash, salt, payload } of await entries('', admin)) {
    assert.deepEqual(Buffer.from(entryHash(bytes(salt), String(payload))), bytes(hash));
    const { size, proof, checkpoint, tlogProof } = await get(`/ledger/entries/${seq}/proof`);
    const { root } = openCheckpoint(String(checkpoint), [firstKey]);
    const claim = { leaf: leafHash(bytes(hash)), index: seq, size: Number(size), root };
    assert.ok(verifyInclusion(claim, (proof as string[]).map(bytes)));
    assert.match(String(tlogProof), new RegExp(`^c2sp\\.org/tlog-proof@v1\nindex ${seq}\n`));
  }
  assert.equal((await viewer.call('GET', '/ledger/entries/5000/proof')).json['code'], 'ledger.no-entry');
  assert.equal((await viewer.call('GET', '/ledger/entries/-1/proof')).json['code'], 'input.invalid');
});

test('of an incident one may not see, the ledger shows number and hash alone', async () => {
  const hidden = (await entries()).filter(({ subject }) => subject === undefined);
  assert.deepEqual(
    hidden.map((item) => Object.keys(item)),
    [['seq', 'hash']],
  );
  assert.deepEqual((await entries('&operation=incident.create')).length, 1);
  assert.equal((await viewer.call('GET', `/ledger/entries?incident=${secret}`)).json['code'], 'incident.not-found');
  assert.equal((await entries(`&incident=${secret}`, admin)).length, 1);
  const paged: number[] = [];
  for (let after = -1; ;) {
    const { items, next } = await get(`/ledger/entries?limit=1&after=${after}`);
    paged.push(...(items as Item[]).map(({ seq }) => seq));
    if (next === undefined) break;
    after = Number(next);
  }
  assert.deepEqual(
    paged,
    (await entries()).map(({ seq }) => seq),
  );
});

test('an earlier tree is proven to be the beginning of the present one', async () => {
  const before = await get('/ledger/checkpoint');
  await incident('One more');
  await incident('And another');
  const { from, to, proof, checkpoint } = await get(`/ledger/consistency?from=${String(before['size'])}`);
  const { root } = openCheckpoint(String(checkpoint), [firstKey]);
  const earlier = { size: Number(from), root: bytes(before['root']) };
  assert.ok(verifyConsistency(earlier, { size: Number(to), root }, (proof as string[]).map(bytes)));
});

test('an owner erases what an entry says: it is gone, its proof and the whole ledger still hold', async () => {
  const { seq } = (await entries(`&incident=${open}`, admin))[0] as Item;
  const path = `/ledger/entries/${seq}/erase`;
  assert.equal((await admin.call('POST', path, { reason: 'asked for' })).status, 403);
  assert.equal((await owner.call('POST', path, { reason: 'asked for' })).status, 200);
  assert.equal((await owner.call('POST', path, { reason: 'asked for' })).status, 200);
  await settled();
  const shown = await entries(`&incident=${open}`, owner);
  assert.equal(shown.length, 2, 'the erasure has an entry of its own, once');
  assert.deepEqual([shown[0]?.salt, shown[0]?.payload], [null, null]);
  await get(`/ledger/entries/${seq}/proof`);
  const verdict = await get('/ledger/verification', admin);
  assert.deepEqual([verdict['intact'], verdict['erased'], verdict['problems']], [true, 1, []]);
  await assert.rejects(
    database.query({ text: `update entry set payload = 'x' where seq = $1`, values: [seq] }),
    /never changed/,
  );
});

test('a new key is announced by the one before; checkpoints before and after verify from the first key on', async () => {
  const old = String((await get('/ledger/checkpoint'))['note']);
  assert.equal((await admin.call('POST', '/ledger/keys', {})).status, 403);
  const rotated = await Promise.all([owner.call('POST', '/ledger/keys', {}), owner.call('POST', '/ledger/keys', {})]);
  assert.deepEqual(
    rotated.map(({ status }) => status),
    [200, 200],
  );
  await incident('After the rotation');
  const keys = (await get('/ledger/keys'))['items'] as Json[];
  assert.equal(keys.length, 3);
  assert.deepEqual(
    keys.map(({ retiredAt }) => retiredAt === null),
    [false, false, true],
  );
  const { to: second } = openRotation(String(keys[1]?.['announcement']), firstKey);
  const { to: third } = openRotation(String(keys[2]?.['announcement']), second);
  openCheckpoint(old, [firstKey]);
  const now = String((await get('/ledger/checkpoint'))['note']);
  assert.throws(() => openCheckpoint(now, [firstKey]), /none of the trusted keys/);
  openCheckpoint(now, [third]);
  const verdict = await get('/ledger/verification', admin);
  assert.deepEqual(verdict['problems'], []);
  assert.ok(!JSON.stringify(await entries('', owner)).includes('PRIVATE+KEY'));
});
