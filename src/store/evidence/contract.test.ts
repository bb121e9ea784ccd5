import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { startS3Server } from '../../../test/s3/s3-server.ts';
import { type EvidenceStore, openEvidenceStore } from './index.ts';

type Kind = { name: string; open(context: TestContext): Promise<{ store: EvidenceStore; incoming: string }> };

async function temporaryFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-evidence-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const kinds: Kind[] = [
  {
    name: 'folder',
    async open(context) {
      const data = await temporaryFolder(context);
      return { store: openEvidenceStore(undefined, data), incoming: path.join(data, 'evidence/incoming') };
    },
  },
  {
    name: 'S3',
    async open(context) {
      const data = await temporaryFolder(context);
      const server = await startS3Server({ pageSize: 2 });
      context.after(() => server.close());
      const store = openEvidenceStore(server.setting, data, server.environment);
      return { store, incoming: path.join(data, 'evidence/incoming') };
    },
  },
];

const limits = { maxBytes: 10_000_000 };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* chunks(bytes: Uint8Array, size = 50_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

async function listed(store: EvidenceStore) {
  const found = [];
  for await (const object of store.list()) found.push(object);
  return found.toSorted((a, b) => a.sha256.localeCompare(b.sha256));
}

for (const kind of kinds) {
  test(`${kind.name}: what is put comes back, whole and in ranges`, async (context) => {
    const { store, incoming } = await kind.open(context);
    const bytes = randomBytes(1_500_000);
    const put = await store.put(chunks(bytes), limits);
    assert.deepEqual(put, { sha256: sha256(bytes), bytes: bytes.length, type: put.type, existed: false });
    const whole = await store.get(put.sha256);
    assert.deepEqual([whole.bytes, whole.from, whole.length, whole.checked], [bytes.length, 0, bytes.length, true]);
    assert.equal(whole.type, put.type);
    assert.ok((await all(whole.body)).equals(bytes));
    const part = await store.get(put.sha256, { from: 1_000_000, to: 1_000_009 });
    assert.deepEqual([part.bytes, part.from, part.length, part.checked], [bytes.length, 1_000_000, 10, false]);
    assert.ok((await all(part.body)).equals(bytes.subarray(1_000_000, 1_000_010)));
    const tail = await store.get(put.sha256, { from: 1_400_000, to: 99_999_999 });
    assert.ok((await all(tail.body)).equals(bytes.subarray(1_400_000)));
    assert.deepEqual(await readdir(incoming), []);
  });

  test(`${kind.name}: the same bytes twice, or ten times at once, are one object`, async (context) => {
    const { store } = await kind.open(context);
    const bytes = Buffer.from('12:00 the disk is full\n');
    const first = await store.put(chunks(bytes), limits);
    assert.deepEqual(await store.put(chunks(bytes, 3), limits), { ...first, existed: true });
    const other = Buffer.from('twelve');
    const puts = await Promise.all(Array.from({ length: 10 }, () => store.put(chunks(other), limits)));
    assert.equal(puts.filter((put) => !put.existed).length, 1);
    assert.equal((await listed(store)).length, 2);
  });

  test(`${kind.name}: a web stream is taken, and an empty upload is an object`, async (context) => {
    const { store } = await kind.open(context);
    const put = await store.put(new Blob(['{"a":1}\n{"a":2}\n']).stream(), limits);
    assert.deepEqual([put.bytes, put.type], [16, 'application/x-ndjson']);
    const empty = await store.put(chunks(Buffer.alloc(0)), limits);
    assert.deepEqual([empty.bytes, empty.sha256], [0, sha256(Buffer.alloc(0))]);
    assert.equal((await all((await store.get(empty.sha256)).body)).length, 0);
    await assert.rejects(store.get(empty.sha256, { from: 0 }), { code: 'evidence.bad-range' });
  });

  test(`${kind.name}: too large an upload is stopped at the limit and leaves nothing`, async (context) => {
    const { store, incoming } = await kind.open(context);
    let given = 0;
    async function* endless() {
      for (;;) yield new Uint8Array((given += 1_000) && 1_000);
    }
    await assert.rejects(store.put(endless(), { maxBytes: 5_000 }), { code: 'evidence.too-large' });
    assert.equal(given, 6_000);
    assert.equal((await store.put(chunks(randomBytes(5_000)), { maxBytes: 5_000 })).bytes, 5_000);
    assert.deepEqual(await readdir(incoming), []);
    assert.equal((await listed(store)).length, 1);
  });

  test(`${kind.name}: an upload that breaks off leaves nothing`, async (context) => {
    const { store, incoming } = await kind.open(context);
    async function* broken() {
      yield new Uint8Array(1_000);
      throw new Error('the uploader left');
    }
    await assert.rejects(store.put(broken(), limits), { code: 'evidence.interrupted', message: /the uploader left/ });
    assert.deepEqual([await readdir(incoming), await listed(store)], [[], []]);
  });

  test(`${kind.name}: has, list and remove agree`, async (context) => {
    const { store } = await kind.open(context);
    assert.deepEqual(await listed(store), []);
    const puts = [];
    for (const size of [1, 20, 300, 4_000, 50_000]) puts.push(await store.put(chunks(randomBytes(size)), limits));
    const names = puts
      .map(({ sha256, bytes }) => ({ sha256, bytes }))
      .toSorted((a, b) => a.sha256.localeCompare(b.sha256));
    assert.deepEqual(await listed(store), names);
    const [gone, ...left] = names;
    assert.ok(gone !== undefined && (await store.has(gone.sha256)));
    await store.remove(gone.sha256);
    await store.remove(gone.sha256);
    assert.equal(await store.has(gone.sha256), false);
    assert.deepEqual(await listed(store), left);
    await assert.rejects(store.get(gone.sha256), { code: 'evidence.not-found' });
  });

  test(`${kind.name}: names that are no SHA-256 never become paths`, async (context) => {
    const { store } = await kind.open(context);
    for (const name of ['', '..', '../../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`]) {
      await assert.rejects(store.get(name), { code: 'evidence.bad-name' });
      await assert.rejects(store.has(name), { code: 'evidence.bad-name' });
      await assert.rejects(store.remove(name), { code: 'evidence.bad-name' });
    }
  });

  test(`${kind.name}: ranges outside of the object are refused`, async (context) => {
    const { store } = await kind.open(context);
    const { sha256 } = await store.put(chunks(randomBytes(100)), limits);
    for (const range of [{ from: 100 }, { from: -1 }, { from: 5, to: 4 }, { from: 1.5 }, { from: Number.NaN }])
      await assert.rejects(store.get(sha256, range), { code: 'evidence.bad-range' });
  });

  test(`${kind.name}: a body may be left unread or half read`, async (context) => {
    const { store } = await kind.open(context);
    const { sha256 } = await store.put(chunks(randomBytes(2_000_000)), limits);
    for await (const _ of (await store.get(sha256)).body) break;
    const unread = await store.get(sha256);
    await unread.body[Symbol.asyncIterator]().return?.();
    assert.equal((await all((await store.get(sha256)).body)).length, 2_000_000);
  });
}
