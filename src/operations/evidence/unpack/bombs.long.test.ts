import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { readEvidence, SourceError } from '../../../sources/index.ts';
import { evidenceFromBytes } from './from-bytes.ts';
import type { EvidenceLimits } from './limits.ts';

const limits: EvidenceLimits = { maxEntries: 100, maxBytes: 20_000_000, maxContentBytes: 50_000_000 };
const day = JSON.stringify([{ type: 'message', ts: '1772634190.000100', user: 'U1', text: 'outage' }]);

async function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function refusal(bytes: Buffer): Promise<string> {
  const before = process.memoryUsage().rss;
  try {
    await evidenceFromBytes('x.zip', bytes, limits);
  } catch (error) {
    assert.ok(error instanceof SourceError, String(error));
    const grown = process.memoryUsage().rss - before;
    assert.ok(grown < 150_000_000, `${grown} bytes more in memory`);
    return error.code;
  }
  return assert.fail('it was taken');
}

/** The archive with the size that its list states of the first entry changed. */
function withStatedSize(bytes: Buffer, size: number): Buffer {
  const forged = Buffer.from(bytes);
  const at = forged.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  forged.writeUInt32LE(size, at + 24);
  return forged;
}

const bomb = Buffer.alloc(200_000_000, ' ');

test('a bomb is refused by the size it states, before it is unpacked', async () => {
  const bytes = await zip({ 'inc-1/2026-03-04.json': bomb });
  assert.ok(bytes.length < 500_000);
  const from = performance.now();
  assert.equal(await refusal(bytes), 'evidence.too-large');
  assert.ok(performance.now() - from < 1000);
});

test('a bomb that lies about its size is ended at the size it states', async () => {
  const bytes = await zip({ 'inc-1/2026-03-04.json': bomb });
  assert.equal(await refusal(withStatedSize(bytes, 1000)), 'evidence.zip-broken');
});

test('many files that are small each and large together are refused', async () => {
  const file = Buffer.alloc(1_000_000, ' ');
  const files = Array.from({ length: 60 }, (_, index) => [`inc-1/2026-01-${String(index + 10)}.json`, file]);
  assert.equal(await refusal(await zip(Object.fromEntries(files))), 'evidence.too-large');
});

test('more files than are taken at once are refused', async () => {
  const files = Array.from({ length: 101 }, (_, index) => [`inc-1/${index}.json`, '[]']);
  assert.equal(await refusal(await zip(Object.fromEntries(files))), 'evidence.too-many-entries');
});

test('entries that share one packed body count each', async () => {
  // Every entry of the list points to the same bytes: small on disk, large unpacked.
  const name = Buffer.from('a/2026-03-04.json');
  const packed = deflateRawSync(Buffer.alloc(10_000_000, ' '));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const body = Buffer.concat([local, name, packed]);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(10_000_000, 24);
  central.writeUInt16LE(name.length, 28);
  const list = Buffer.concat(Array.from({ length: 90 }, () => Buffer.concat([central, name])));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(90, 8);
  end.writeUInt16LE(90, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(body.length, 16);
  assert.equal(await refusal(Buffer.concat([body, list, end])), 'evidence.too-large');
});

test('paths that lead out, on this system or another, are refused', async () => {
  const bytes = (await zip({ 'aaaaaa/2026-03-04.json': day })).toString('latin1');
  for (const path of [
    '../aaa/2026-03-04.json',
    '/aaaaa/2026-03-04.json',
    'C:/aaa/2026-03-04.json',
    '..\\aaa/2026-03-04.json',
    'a/../../026-03-04.json',
  ]) {
    const forged = Buffer.from(bytes.replaceAll('aaaaaa/2026-03-04.json', path), 'latin1');
    assert.equal(await refusal(forged), 'evidence.path-escapes', path);
  }
});

test('an archive within an archive stays closed', async () => {
  const inner = await zip({ 'inc-1/2026-03-04.json': day });
  assert.equal(await refusal(await zip({ 'inner.zip': inner })), 'evidence.no-json');
});

test('files are unpacked one at a time, and read the same each time', async () => {
  const [file] = await evidenceFromBytes(
    'x.zip',
    await zip({ 'users.json': '[]', 'inc-1/2026-03-04.json': day }),
    limits,
  );
  assert.ok(file);
  assert.equal(readEvidence(file).events.length, 1);
  assert.equal(readEvidence(file).events.length, 1);
  assert.equal(file.entries?.[1]?.text, day);
});
