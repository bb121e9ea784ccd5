import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { startS3Server } from '../../../test/s3/s3-server.ts';

const probe = path.join(import.meta.dirname, '../../../test/s3/put-large.ts');
const mebibytes = 256;

async function measure(context: TestContext, setting: string, environment: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-large-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const args = [probe, setting, folder, String(mebibytes)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...environment } });
  const report = JSON.parse(stdout) as { bytes: number; bytesMore: number };
  context.diagnostic(stdout.trim());
  assert.equal(report.bytes, mebibytes * 1_048_576);
  assert.ok(report.bytesMore < 50_000_000, `${report.bytesMore} bytes more`);
}

test('256 MiB go into a folder and out again in less than 50 MB more memory', async (context) => {
  await measure(context, '');
});

test('256 MiB go into S3 and out again in less than 50 MB more memory', async (context) => {
  const server = await startS3Server();
  context.after(() => server.close());
  await measure(context, server.setting, server.environment);
});
