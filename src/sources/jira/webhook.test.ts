import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webhook } from './webhook.ts';

// The example of Atlassian's page "Webhooks", section "Secure admin webhooks".
const secret = "It's a Secret to Everybody";
const signature = 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9';
const means = {
  fetchText: () => assert.fail('nothing is fetched'),
  verifiedBy: () => assert.fail('no certificate is needed'),
};
const refusal = (headers: Record<string, string>, body = 'Hello World!', under = secret) =>
  webhook.refusal?.({ headers, body: new TextEncoder().encode(body), receivedMs: 0 }, under, means);

test('takes the delivery of the published example', async () => {
  assert.equal(await refusal({ 'x-hub-signature': signature }), undefined);
});

test('refuses a changed body, another secret, and a signature that is missing or malformed', async () => {
  assert.match((await refusal({ 'x-hub-signature': signature }, 'Hello World?')) ?? '', /wrong/);
  assert.match((await refusal({ 'x-hub-signature': signature }, 'Hello World!', 'other')) ?? '', /wrong/);
  assert.match((await refusal({})) ?? '', /missing/);
  for (const malformed of ['', 'sha256=', 'a4771c39', signature.replace('sha256', 'sha1')])
    assert.match((await refusal({ 'x-hub-signature': malformed })) ?? '', /no signature/, malformed);
});

test('without a secret the address is the only one; a delivery is what its id says', async () => {
  const delivery = { headers: { 'x-atlassian-webhook-identifier': 'w1' }, body: new Uint8Array(), receivedMs: 0 };
  assert.equal(await webhook.refusal?.(delivery, undefined, means), undefined);
  assert.equal(webhook.identity?.(delivery), 'w1');
});
