import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { startS3Server } from '../../../test/s3/s3-server.ts';

const program = path.join(import.meta.dirname, '../../../test/s3/upload-server.ts');
const mebibyte = 1_048_576;
const mebibytes = Number(process.env['HINDCAST_TEST_UPLOAD_MIB'] ?? 256);

/** Starts a server that stores what it is sent, and gives its address. */
async function serve(context: TestContext, setting: string, environment: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-large-'));
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [program, setting, folder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(async () => {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${String(port).trim()}`;
}

async function* generated(count: number) {
  const block = Buffer.alloc(mebibyte, 'line of a log\n');
  for (let at = 0; at < count; at += 1) {
    block.writeDoubleLE(at + count, 0);
    yield Buffer.from(block);
  }
}

async function upload(address: string, count: number): Promise<string> {
  const answer = await fetch(address, { method: 'PUT', body: ReadableStream.from(generated(count)), duplex: 'half' });
  return answer.text();
}

async function download(address: string, sha256: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of (await fetch(`${address}/${sha256}`)).body ?? []) bytes += chunk.length;
  return bytes;
}

async function measure(context: TestContext, setting: string, environment: Record<string, string> = {}) {
  const address = await serve(context, setting, environment);
  const peakBytes = async () => Number(await (await fetch(`${address}/peak`)).text());
  await download(address, await upload(address, 1));
  const before = await peakBytes();
  const sha256 = await upload(address, mebibytes);
  const afterPut = await peakBytes();
  assert.equal(await download(address, sha256), mebibytes * mebibyte);
  const afterGet = await peakBytes();
  context.diagnostic(`${mebibytes} MiB: upload +${afterPut - before} bytes, download +${afterGet - afterPut} bytes`);
  assert.ok(afterPut - before < 50_000_000);
  // What Node's HTTP client has received waits for the garbage collector: up to 80 MB of S3's bytes, however large the object.
  assert.ok(afterGet - afterPut < 120_000_000);
}

test('a large upload to a folder takes less than 50 MB more memory, and no download takes its size', async (context) => {
  await measure(context, '');
});

test('a large upload to S3 takes less than 50 MB more memory, and no download takes its size', async (context) => {
  const server = await startS3Server();
  context.after(() => server.close());
  await measure(context, server.setting, server.environment);
});
