import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import { startS3Server } from '../../../test/s3/s3-server.ts';
import { testServer } from '../../../test/server/server.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';

const s3 = await startS3Server();
const folder = await mkdtemp('/tmp/hindcast-evidence-s3-');
after(() => Promise.all([s3.close(), rm(folder, { recursive: true, force: true })]));
const server = await testServer({ evidence: openEvidenceStore(s3.setting, folder, s3.environment) });
const ann = await server.person('editor');
const admin = await server.person('admin');
const place = `/incidents/${(await ann.call('POST', '/incidents', { title: 'In a bucket' })).json['id']}/evidence`;

const ask = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
  server.app.request(`/api/v1${path}`, { ...init, headers: { ...ann.credentials, ...headers } });
const upload = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  (await (await ask(`${place}?name=${name}`, { method: 'POST', body: bytes })).json()) as Record<string, string>;

test('evidence goes to a bucket and comes back, whole and in part, and is removed from there', async () => {
  const bytes = randomBytes(12_000_000);
  const { sha256 = '' } = await upload('large.bin', bytes);
  assert.ok(s3.bucket.objects.size > 0);
  assert.deepEqual(Buffer.from(await (await ask(`${place}/${sha256}/content`)).arrayBuffer()), bytes);
  const part = await ask(`${place}/${sha256}/content`, {}, { range: 'bytes=5000000-5000009' });
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(5_000_000, 5_000_010));
  await ann.call('DELETE', `${place}/${sha256}`);
  await admin.call('POST', `${place}/${sha256}/release`, { reason: 'a test' });
  assert.equal((await admin.call('DELETE', `/evidence/${sha256}`)).status, 200);
  assert.equal(s3.bucket.objects.size, 0);
});

test('a bucket that refuses stops the upload with a problem that does not show the bucket, and nothing is attached', async () => {
  s3.faults.push({ method: 'PUT', kind: 'error', code: 'AccessDenied', times: 50 });
  const problem = await upload('refused.txt', Buffer.from('refused'));
  s3.faults.length = 0;
  assert.equal(problem['code'], 'evidence.unavailable');
  assert.doesNotMatch(JSON.stringify(problem), /evidence-test|127\.0\.0\.1|AccessDenied/);
  assert.deepEqual((await ann.call('GET', place)).json['items'], []);
});
