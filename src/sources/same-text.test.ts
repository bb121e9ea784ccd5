import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Bytes } from './base64.ts';
import { sameText } from './same-text.ts';

test('compares texts of any length', async () => {
  assert.equal(await sameText('', ''), true);
  assert.equal(await sameText('key-1', 'key-1'), true);
  assert.equal(await sameText('key-1', 'key-12'), false);
});

test('reads Base64, and refuses what is none', () => {
  assert.deepEqual(base64Bytes('AP8='), Uint8Array.from([0, 255]));
  for (const text of ['', '=', 'a', '***']) assert.equal(base64Bytes(text), undefined);
});
