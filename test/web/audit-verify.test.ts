import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entryHash } from '../../src/ledger/entry-hash.ts';
import { signCheckpoint } from '../../src/ledger/note/checkpoint.ts';
import { makeSigner } from '../../src/ledger/note/keys.ts';
import { announceRotation } from '../../src/ledger/note/rotation.ts';
import { treeInMemory } from '../../src/ledger/tree/levels.ts';
import { leafHash } from '../../src/ledger/tree/node-hash.ts';
import { consistencyProof, inclusionProof, rootOf } from '../../src/ledger/tree/proofs.ts';
import { fromBase64, toBase64 } from '../../web/screens/audit/verify/bytes.ts';
import { canVerify, checkCheckpoint, checkGrowth, proveEntry } from '../../web/screens/audit/verify/index.ts';
import { openNote, readVerifier } from '../../web/screens/audit/verify/note.ts';

const salt = new Uint8Array(16).fill(7);
const payloads = Array.from({ length: 70 }, (_, index) => JSON.stringify({ index, text: `näher ${index}` }));
const hashes = payloads.map((payload) => entryHash(salt, payload));
const read = treeInMemory(Buffer.concat(hashes.map(leafHash)));
const origin = 'postmortems.example.org/ledger';
const signer = makeSigner(origin);
const keys = [{ verifier: signer.verifier.text, announcement: null }];
const noteOver = (size: number, by = signer) => signCheckpoint({ origin, size, root: rootOf(size, read) }, [by]);
const entryAt = (seq: number) => ({
  seq,
  hash: toBase64(hashes[seq] as Uint8Array),
  salt: toBase64(salt),
  payload: payloads[seq] as string,
});
const proofOf = (seq: number, size: number) => ({
  seq,
  hash: entryAt(seq).hash,
  proof: inclusionProof(seq, size, read).map(toBase64),
  checkpoint: noteOver(size),
});
const states = async (...given: Parameters<typeof proveEntry>) =>
  (await proveEntry(...given)).checks.map(({ state }) => state).join(' ');

test('base64 is read in its one form only', () => {
  assert.deepEqual([...(fromBase64('AQI=') ?? [])], [1, 2]);
  for (const wrong of ['AQI', 'AQJ=', 'A QI=', '*']) assert.equal(fromBase64(wrong), undefined, wrong);
});

test('the example note of Go is opened by its key, and not when a letter of it differs', async () => {
  const key = await readVerifier('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  assert.ok(key !== undefined);
  const opened = await openNote(note, [key]);
  assert.deepEqual([opened.text, opened.signedBy], [text, [key]]);
  assert.deepEqual((await openNote(note.replace('answer', 'Answer'), [key])).signedBy, []);
  assert.equal(await readVerifier(key.text.replace('+c7', '+c8')), undefined);
});

test(
  'entries of trees of all sizes are proven, as the server proves them',
  { skip: !(await canVerify()) },
  async () => {
    const sizes = fc.integer({ min: 1, max: payloads.length });
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, any) => {
        const seq = any % size;
        assert.equal(await states(entryAt(seq), proofOf(seq, size), keys), 'proven proven proven');
      }),
      { numRuns: 60 },
    );
  },
);

test('each of what was changed is refuted by itself', async () => {
  const [entry, proof] = [entryAt(13), proofOf(13, 61)];
  assert.equal(await states({ ...entry, payload: '{}' }, proof, keys), 'refuted proven proven');
  assert.equal(await states({ ...entry, payload: null, salt: null }, proof, keys), 'unknown proven proven');
  assert.equal(await states({ ...entry, hash: entryAt(14).hash }, proof, keys), 'refuted refuted proven');
  assert.equal(await states({ ...entry, seq: 14 }, proof, keys), 'proven refuted proven');
  assert.equal(await states(entry, { ...proof, proof: proof.proof.slice(1) }, keys), 'proven refuted proven');
  const stranger = noteOver(61, makeSigner(origin));
  assert.equal(await states(entry, { ...proof, checkpoint: stranger }, keys), 'proven proven refuted');
  assert.equal(await states(entry, { ...proof, checkpoint: 'no note' }, keys), 'proven refuted refuted');
});

test('a key that the trusted one announced signs as well; one that only stands in the list does not', async () => {
  const [second, stranger] = [makeSigner(origin), makeSigner(origin)];
  const announcement = announceRotation(signer, second, { size: 30, at: '2026-03-01T10:00:00Z' });
  const listed = [...keys, { verifier: second.verifier.text, announcement }];
  assert.equal((await checkCheckpoint(noteOver(40, second), listed, signer.verifier.text)).signature, 'proven');
  const forged = announceRotation(stranger, second, { size: 30, at: '2026-03-01T10:00:00Z' });
  for (const wrong of [forged, null])
    assert.equal(
      (await checkCheckpoint(noteOver(40, second), [...keys, { verifier: second.verifier.text, announcement: wrong }]))
        .signature,
      'refuted',
    );
  assert.equal((await checkCheckpoint(noteOver(40), keys, stranger.verifier.text)).signature, 'refuted');
});

test('growth is proven from each size to each, and refuted for another beginning', async () => {
  for (const [from, to] of [
    [1, 70],
    [8, 9],
    [13, 64],
    [33, 33],
    [64, 70],
  ] as const) {
    const [earlier, later] = [from, to].map((size) => ({ size, root: rootOf(size, read) })) as [never, never];
    const proof = consistencyProof(from, to, read).map(toBase64);
    assert.equal(await checkGrowth(earlier, later, proof), 'proven', `${from} to ${to}`);
    const other = { size: from, root: hashes[5] as Uint8Array };
    assert.equal(await checkGrowth(other, later, proof), 'refuted', `${from} to ${to}`);
  }
});
