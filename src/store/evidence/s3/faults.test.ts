import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { S3Fault } from '../../../../test/s3/faults.ts';
import { type S3Options, startS3Server } from '../../../../test/s3/s3-server.ts';
import { readS3Setting } from './s3-setting.ts';
import { s3Store } from './s3-store.ts';

async function open(context: TestContext, options: S3Options = {}, secret?: string) {
  const incoming = await mkdtemp(path.join(tmpdir(), 'hindcast-incoming-'));
  const server = await startS3Server(options);
  context.after(() => Promise.all([server.close(), rm(incoming, { recursive: true, force: true })]));
  const environment = { ...server.environment, ...(secret === undefined ? {} : { AWS_SECRET_ACCESS_KEY: secret }) };
  const patience = { idleMs: 300, attempts: 4, firstWaitMs: 5 };
  const store = s3Store({ ...readS3Setting(server.setting, environment), patience }, incoming);
  const sent = (method: string) => server.seen.filter(({ line }) => line.startsWith(`${method} `)).length;
  return { server, store, incoming, sent };
}

const limits = { maxBytes: 500_000_000 };
const small = Buffer.from('a small log\n');
const medium = randomBytes(3_000_000);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* chunks(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function read(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

const passing: { name: string; fault: S3Fault }[] = [
  { name: 'three 500s', fault: { method: 'PUT', kind: 'error', code: 'InternalError', times: 3 } },
  { name: 'a SlowDown', fault: { method: 'PUT', kind: 'error', code: 'SlowDown' } },
  { name: 'a reset', fault: { method: 'PUT', kind: 'reset' } },
  { name: 'a silence', fault: { method: 'PUT', kind: 'silent' } },
  { name: 'a reset of the question before', fault: { method: 'HEAD', kind: 'reset', times: 2 } },
  { name: 'a lost answer', fault: { method: 'PUT', kind: 'lost-answer' } },
  { name: 'a slow answer', fault: { method: 'PUT', kind: 'slow', ms: 150 } },
];

for (const { name, fault } of passing) {
  for (const bytes of [small, medium]) {
    test(`${name} is survived while ${bytes.length} bytes are put`, async (context) => {
      const { server, store } = await open(context);
      server.faults.push({ ...fault });
      const put = await store.put(chunks(bytes), limits);
      assert.deepEqual([put.sha256, put.existed], [sha256(bytes), false]);
      assert.ok((await read((await store.get(put.sha256)).body)).equals(bytes));
    });
  }
}

for (const kind of ['reset-body', 'truncated-body', 'stalled-body'] as const) {
  test(`a read goes on after a ${kind}, and asks only for the rest`, async (context) => {
    const { server, store } = await open(context);
    const put = await store.put(chunks(medium), limits);
    server.faults.push({ method: 'GET', kind, times: 2 });
    assert.ok((await read((await store.get(put.sha256)).body)).equals(medium));
    assert.equal(server.seen.filter(({ status }) => status === 206).length, 2);
    server.faults.push({ method: 'GET', kind });
    const part = await store.get(put.sha256, { from: 10, to: 1_999_999 });
    assert.ok((await read(part.body)).equals(medium.subarray(10, 2_000_000)));
  });
}

test('a wrong byte ends the read with an error that names the object, and never gives all of it', async (context) => {
  const { server, store } = await open(context);
  const put = await store.put(chunks(medium), limits);
  server.faults.push({ method: 'GET', kind: 'wrong-byte' });
  const { body } = await store.get(put.sha256);
  let bytes = 0;
  await assert.rejects(
    async () => {
      for await (const chunk of body) bytes += chunk.length;
    },
    { code: 'evidence.corrupt', message: new RegExp(put.sha256) },
  );
  assert.ok(bytes < medium.length);
});

test('an outage is told after the tries are used up, and nothing is left on the disk', async (context) => {
  const { server, store, incoming, sent } = await open(context);
  server.faults.push({ method: 'PUT', kind: 'error', code: 'InternalError', times: 99 });
  await assert.rejects(store.put(chunks(small), limits), {
    code: 'evidence.unavailable',
    message: /500 InternalError.*tried 4 times/,
  });
  assert.deepEqual([sent('PUT'), await readdir(incoming)], [4, []]);
});

test('a read that breaks again and again without a byte is given up', async (context) => {
  const { server, store } = await open(context);
  const put = await store.put(chunks(medium), limits);
  const { body } = await store.get(put.sha256);
  server.faults.push({ method: 'GET', kind: 'reset', times: 99 });
  server.bucket.objects.clear();
  await assert.rejects(
    read(body).then(async () => read((await store.get(put.sha256)).body)),
    {
      code: 'evidence.unavailable',
    },
  );
});

test('a wrong secret is refused at once, said in words, and not tried again', async (context) => {
  const { store, sent } = await open(context, {}, 'another secret');
  await assert.rejects(store.put(chunks(small), limits), { code: 'evidence.refused' });
  await assert.rejects(read((await store.list()) as never), {
    code: 'evidence.refused',
    message: /403 SignatureDoesNotMatch/,
    remedy: /AWS_SECRET_ACCESS_KEY/,
  });
  assert.deepEqual([sent('HEAD'), sent('PUT'), sent('GET')], [1, 0, 1]);
});

test('a clock that is off is named, also where the answer has no words', async (context) => {
  const { store } = await open(context, { clockAheadMs: 20 * 60_000 });
  await assert.rejects(store.has('a'.repeat(64)), { message: /RequestTimeTooSkewed/, remedy: /Set the clock/ });
});

test('an object that has another size than its name says is no "exists already"', async (context) => {
  const { server, store } = await open(context);
  const put = await store.put(chunks(small), limits);
  for (const object of server.bucket.objects.values()) object.bytes -= 1;
  await assert.rejects(store.put(chunks(small), limits), { code: 'evidence.corrupt', message: new RegExp(put.sha256) });
});
