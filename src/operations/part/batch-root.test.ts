import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { batchRoot } from './batch-root.ts';

const sha256 = (...bytes: Uint8Array[]) => createHash('sha256').update(Buffer.concat(bytes)).digest();
const seed = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
/** What `openssl dgst -shake256 -xoflen 48` draws from the seed. */
const drawn = '11a535d23a5aa23d22f8a025ad4253c606e9244d648faa06071735c215a1e349993cb32620568291bedf88ed4370f63b';

test('the root of a batch is the RFC 6962 root over its salted texts, by other means', () => {
  const salts = Buffer.from(drawn, 'hex');
  const texts = ['{"text":"one"}', '{"text":"zwei ü"}', '{}'];
  const leaves = texts.map((text, index) =>
    sha256(Uint8Array.of(0), sha256(salts.subarray(16 * index, 16 * index + 16), Buffer.from(text))),
  );
  const [one, two, three] = leaves as [Buffer, Buffer, Buffer];
  const root = sha256(Uint8Array.of(1), sha256(Uint8Array.of(1), one, two), three);
  assert.deepEqual(batchRoot(texts, seed), { root: root.toString('hex'), seed: seed.toString('hex') });
});
