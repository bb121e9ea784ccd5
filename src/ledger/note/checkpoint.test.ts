import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerError } from '../ledger-error.ts';
import { emptyRoot } from '../tree/node-hash.ts';
import { checkpointText, openCheckpoint, readCheckpointText, signCheckpoint } from './checkpoint.ts';
import { makeSigner, readSigner, readVerifier } from './keys.ts';
import { openNote, signNote } from './signed-note.ts';

const origin = 'postmortems.example.org/ledger';
const signer = makeSigner(origin);
const other = makeSigner(origin);
const checkpoint = { origin, size: 1_000_000, root: emptyRoot };
const fails = (code: string) => (error: unknown) => error instanceof LedgerError && error.code === code;

test('a verifier key has the published form, and the hash of the key of sum.golang.org is found again', () => {
  const text = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
  const key = readVerifier(text);
  assert.deepEqual([key.name, Buffer.from(key.id).toString('hex'), key.text], ['sum.golang.org', '033de0ae', text]);
});

test('the example note of Go is opened with its key, and signed again to the same bytes', () => {
  const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  assert.equal(openNote(note, [readVerifier(verifier)]).text, text);
  const secret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
  assert.equal(readSigner(secret).verifier.text, verifier);
  assert.equal(signNote(text, [readSigner(secret)]), note);
});

test('a checkpoint is read back by the key that signed it', () => {
  const note = signCheckpoint(checkpoint, [signer]);
  assert.ok(note.startsWith(`${origin}\n1000000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 ${origin} `));
  const { size, root, signedBy } = openCheckpoint(note, [readVerifier(signer.verifier.text)]);
  assert.deepEqual([size, Buffer.from(root), signedBy.length], [1_000_000, Buffer.from(emptyRoot), 1]);
});

test('every changed byte of a checkpoint is refused', () => {
  const note = Buffer.from(signCheckpoint(checkpoint, [signer]));
  for (const position of note.keys())
    for (const bit of [1, 32, 128]) {
      const changed = Buffer.from(note);
      changed[position] = (changed[position] as number) ^ bit;
      assert.throws(() => openCheckpoint(changed.toString(), [signer.verifier]), LedgerError, `byte ${position}`);
    }
});

test('signatures of several keys are found, those of unknown keys passed over', () => {
  const note = signCheckpoint(checkpoint, [other, signer]);
  assert.equal(openCheckpoint(note, [signer.verifier]).signedBy.length, 1);
  assert.equal(openCheckpoint(note, [signer.verifier, other.verifier]).signedBy.length, 2);
  assert.throws(() => openCheckpoint(note, [makeSigner(origin).verifier]), fails('ledger.unsigned'));
});

test('a key vouches only for the log of its name', () => {
  const witness = makeSigner('witness.example.com');
  assert.throws(
    () => openCheckpoint(signCheckpoint(checkpoint, [witness]), [witness.verifier]),
    fails('ledger.unsigned'),
  );
});

test('sizes and roots in another form are refused', () => {
  const text = checkpointText(checkpoint);
  for (const size of ['01', '-1', '1e6', ' 1', '', '99999999999999999'])
    assert.throws(() => readCheckpointText(text.replace('1000000', size)), fails('ledger.malformed'));
  for (const root of ['', 'AAAA', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV='])
    assert.throws(() => readCheckpointText(`a\n1\n${root}\n`), fails('ledger.malformed'));
});

test('keys with a wrong hash, a wrong type or a name with spaces are refused', () => {
  const text = signer.verifier.text;
  for (const wrong of ['', 'a+b', text.slice(0, -1), `x${text}`, text.replace('+A', '+B')])
    assert.throws(() => readVerifier(wrong), fails('ledger.malformed'), wrong);
  for (const name of ['', 'a b', 'a+b', 'a\n', 'a\u2003b'])
    assert.throws(() => makeSigner(name), fails('ledger.malformed'));
  assert.throws(() => readSigner(text), fails('ledger.malformed'));
  assert.equal(readSigner(signer.text).text, signer.text);
});
