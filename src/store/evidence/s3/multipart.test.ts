import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { startS3Server } from '../../../../test/s3/s3-server.ts';
import { readS3Setting } from './s3-setting.ts';
import { s3Store } from './s3-store.ts';

const limits = { maxBytes: 100_000_000 };
const block = Buffer.alloc(1_048_576, 'one line of a large log\n');

/** 65 MiB: one more than goes in one piece; three parts. */
async function* large() {
  for (let count = 0; count < 65; count += 1) yield block;
}

async function open(context: TestContext) {
  const incoming = await mkdtemp(path.join(tmpdir(), 'hindcast-incoming-'));
  const server = await startS3Server();
  context.after(() => Promise.all([server.close(), rm(incoming, { recursive: true, force: true })]));
  const patience = { idleMs: 2_000, attempts: 3, firstWaitMs: 5 };
  const store = s3Store({ ...readS3Setting(server.setting, server.environment), patience }, incoming);
  return { server, store };
}

async function digest(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of body) hash.update(chunk);
  return hash.digest('hex');
}

test('a large object goes in parts, through a reset part, an error in a 200 and a lost last answer', async (context) => {
  const { server, store } = await open(context);
  server.faults.push({ method: 'PUT', match: /partNumber=2/, kind: 'reset' });
  server.faults.push({ method: 'POST', match: /uploadId/, kind: 'late-error' });
  server.faults.push({ method: 'POST', match: /uploadId/, kind: 'lost-answer' });
  const put = await store.put(large(), limits);
  assert.deepEqual([put.bytes, put.type, put.existed], [65 * 1_048_576, 'text/plain; charset=utf-8', false]);
  const parts = server.seen.filter(({ line, status }) => line.includes('partNumber=') && status === 200);
  assert.equal(parts.length, 3);
  assert.equal(server.bucket.uploads.size, 0);
  const { body, type } = await store.get(put.sha256);
  assert.deepEqual([await digest(body), type], [put.sha256, put.type]);
  assert.equal((await store.put(large(), limits)).existed, true);
});

test('two large uploads of the same bytes at once are one object, and no parts are left', async (context) => {
  const { server, store } = await open(context);
  const puts = await Promise.all([store.put(large(), limits), store.put(large(), limits)]);
  assert.deepEqual(puts.map(({ existed }) => existed).toSorted(), [false, true]);
  assert.deepEqual([server.bucket.objects.size, server.bucket.uploads.size], [1, 0]);
});

test('parts are let go of when the upload fails', async (context) => {
  const { server, store } = await open(context);
  server.faults.push({ method: 'PUT', match: /partNumber=3/, kind: 'error', code: 'AccessDenied' });
  await assert.rejects(store.put(large(), limits), { code: 'evidence.refused', remedy: /s3:PutObject/ });
  assert.deepEqual([server.bucket.objects.size, server.bucket.uploads.size], [0, 0]);
});
