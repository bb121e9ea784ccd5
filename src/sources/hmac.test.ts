import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { hexBytes, isSigned } from './hmac.ts';

// RFC 4231, test case 2, and RFC 2202, test case 2.
const vectors = [
  { hash: 'SHA-256', hex: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843' },
  { hash: 'SHA-1', hex: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79' },
] as const;
const said = 'what do ya want for nothing?';

test('the vectors of the standards hold, in one part or several', async () => {
  for (const { hash, hex } of vectors) {
    const signature = hexBytes(hex) ?? assert.fail();
    assert.equal(await isSigned(hash, 'Jefe', [said], [signature]), true);
    const parts = [said.slice(0, 4), new TextEncoder().encode(said.slice(4))];
    assert.equal(await isSigned(hash, 'Jefe', parts, [signature]), true);
    assert.equal(await isSigned(hash, 'Jefa', [said], [signature]), false);
    assert.equal(await isSigned(hash, 'Jefe', [`${said} `], [signature]), false);
    assert.equal(await isSigned(hash, 'Jefe', [said], []), false);
  }
});

test('one right signature of several is enough', async () => {
  const signatures = ['old', 'new'].map(
    (secret) => hexBytes(createHmac('sha256', secret).update(said).digest('hex')) ?? assert.fail(),
  );
  assert.equal(await isSigned('SHA-256', 'new', [said], signatures), true);
  assert.equal(await isSigned('SHA-256', 'other', [said], signatures), false);
});

test('an empty secret signs nothing, and no hexadecimal is no signature', async () => {
  const signature = hexBytes(createHmac('sha256', '').update(said).digest('hex')) ?? assert.fail();
  assert.equal(await isSigned('SHA-256', '', [said], [signature]), false);
  for (const text of ['', 'zz', `${vectors[0].hex}0`, `${vectors[0].hex} `, 'ab', 'ab'.repeat(65)])
    assert.equal(hexBytes(text), undefined);
});
