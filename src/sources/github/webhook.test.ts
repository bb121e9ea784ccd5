import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webhook } from './webhook.ts';

// The example of GitHub's page "Validating webhook deliveries".
const secret = "It's a Secret to Everybody";
const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
const means = {
  fetchText: () => assert.fail('nothing is fetched'),
  verifiedBy: () => assert.fail('no certificate is needed'),
};
const refusal = (headers: Record<string, string>, body = 'Hello, World!', under: string | undefined = secret) =>
  webhook.refusal?.({ headers, body: new TextEncoder().encode(body), receivedMs: 0 }, under, means);

test('takes the delivery of the published example', async () => {
  assert.equal(await refusal({ 'x-hub-signature-256': signature }), undefined);
});

test('refuses a changed body, another secret, and a signature that is missing or malformed', async () => {
  assert.match((await refusal({ 'x-hub-signature-256': signature }, 'Hello, World?')) ?? '', /wrong/);
  assert.match((await refusal({ 'x-hub-signature-256': signature }, 'Hello, World!', 'other')) ?? '', /wrong/);
  assert.match((await refusal({})) ?? '', /missing/);
  assert.match((await refusal({ 'x-hub-signature': 'sha1=7571' })) ?? '', /missing/);
  for (const malformed of ['', 'sha256=', 'sha256=xyz', signature.replace('sha256', 'sha1'), `${signature}00zz`])
    assert.match((await refusal({ 'x-hub-signature-256': malformed })) ?? '', /no signature/, malformed);
});

test('without a secret the address is the only one', async () => {
  const body = new TextEncoder().encode('{}');
  assert.equal(await webhook.refusal?.({ headers: {}, body, receivedMs: 0 }, undefined, means), undefined);
});

test('a delivery is what its id says, however often it is sent', () => {
  const delivery = { body: new Uint8Array(), receivedMs: 0 };
  assert.equal(webhook.identity?.({ ...delivery, headers: { 'x-github-delivery': '72d3162e' } }), '72d3162e');
  assert.equal(webhook.identity?.({ ...delivery, headers: {} }), undefined);
});
