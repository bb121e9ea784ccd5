import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blindSign, isSigned, newPollKey, publicNumbers } from '../../../src/operations/poll/blind-sign.ts';
import { blind, unblinded } from './blind.ts';

const { privateKey, publicKey } = await newPollKey();
const key = publicNumbers(publicKey);
const signed = (blinded: string) =>
  Buffer.from(blindSign(privateKey, Buffer.from(blinded, 'base64url')) ?? []).toString('base64url');

test('what is signed blindly is a signature over the text itself, as Node verifies RSA-PSS', async () => {
  for (const text of ['hindcast-poll:a:1', '', 'ü'.repeat(500)]) {
    const { blinded, unblind } = await blind(text, key);
    const signature = await unblinded(text, key, { unblind, signature: signed(blinded) });
    assert.ok(signature !== undefined);
    assert.ok(isSigned(publicKey, text, Buffer.from(signature, 'base64url')));
    assert.ok(!isSigned(publicKey, `${text}x`, Buffer.from(signature, 'base64url')));
  }
});

test('what the server sees differs each time, and holds neither the text nor its signature', async () => {
  const [one, other] = [await blind('the same', key), await blind('the same', key)];
  assert.notEqual(one.blinded, other.blinded);
  const signatures = await Promise.all(
    [one, other].map(({ blinded, unblind }) => unblinded('the same', key, { unblind, signature: signed(blinded) })),
  );
  assert.equal(signatures[0], signatures[1]);
  assert.notEqual(signatures[0], signed(one.blinded));
});

test('a signature over something else is noticed, and no number above the modulus is signed', async () => {
  const { unblind } = await blind('mine', key);
  const { blinded: another } = await blind('another', key);
  assert.equal(await unblinded('mine', key, { unblind, signature: signed(another) }), undefined);
  assert.equal(blindSign(privateKey, Buffer.alloc(256, 255)), undefined);
  assert.equal(blindSign(privateKey, Buffer.alloc(12)), undefined);
});
