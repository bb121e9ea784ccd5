import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { webhook } from './webhook.ts';

const means = {
  fetchText: () => assert.fail('nothing is fetched'),
  verifiedBy: () => assert.fail('no certificate is needed'),
};
const receivedMs = Date.UTC(2026, 2, 4, 14);
const body = '{"object_kind":"push"}';
const refusal = (headers: Record<string, string>, secret: string | undefined, sent = body) =>
  webhook.refusal?.({ headers, body: new TextEncoder().encode(sent), receivedMs }, secret, means);

// The key of the example of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const seconds = String(receivedMs / 1000);
const sign = (under: string, time = seconds, id = 'm1') =>
  `v1,${createHmac('sha256', Buffer.from(under.slice(6), 'base64'))
    .update(`${id}.${time}.${body}`)
    .digest('base64')}`;
const signed = (signature: string, time = seconds) => ({
  'webhook-id': 'm1',
  'webhook-timestamp': time,
  'webhook-signature': signature,
});

test('takes the published example of Standard Webhooks at its time', async () => {
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const delivery = { headers, body: new TextEncoder().encode('{"test": 2432232314}'), receivedMs: 1614265330000 };
  assert.equal(await webhook.refusal?.(delivery, secret, means), undefined);
});

test('takes a signed delivery, also with several signatures while the token changes', async () => {
  assert.equal(await refusal(signed(sign(secret)), secret), undefined);
  const other = `whsec_${Buffer.from('another key of thirty-two bytes!').toString('base64')}`;
  assert.equal(await refusal(signed(`${sign(other)} v2,abc ${sign(secret)}`), secret), undefined);
  assert.match((await refusal(signed(sign(other)), secret)) ?? '', /wrong/);
});

test('refuses a changed body, an old or coming time, and headers that are missing or malformed', async () => {
  assert.match((await refusal(signed(sign(secret)), secret, '{}')) ?? '', /wrong/);
  for (const minutes of [-6, 6]) {
    const time = String(receivedMs / 1000 + minutes * 60);
    assert.match((await refusal(signed(sign(secret, time), time), secret)) ?? '', /five minutes/);
  }
  assert.match((await refusal(signed(sign(secret), 'now'), secret)) ?? '', /five minutes/);
  assert.match((await refusal(signed('v1,'), secret)) ?? '', /no signature/);
  assert.match((await refusal({ 'x-gitlab-token': secret }, secret)) ?? '', /needed/);
  assert.match((await refusal(signed(sign(secret)), 'whsec_%%%')) ?? '', /copy it/);
});

test('takes the older secret token, and refuses another or none', async () => {
  assert.equal(await refusal({ 'x-gitlab-token': 'hunter-2' }, 'hunter-2'), undefined);
  assert.match((await refusal({ 'x-gitlab-token': 'hunter-3' }, 'hunter-2')) ?? '', /wrong/);
  assert.match((await refusal({}, 'hunter-2')) ?? '', /missing/);
  assert.equal(await refusal({}, undefined), undefined);
});

test('a delivery is what its key says, however often it is sent', () => {
  const identity = (headers: Record<string, string>) =>
    webhook.identity?.({ headers, body: new Uint8Array(), receivedMs });
  assert.equal(identity({ 'idempotency-key': 'k1', 'webhook-id': 'k1' }), 'k1');
  assert.equal(identity({ 'webhook-id': 'm1' }), 'm1');
  assert.equal(identity({ 'x-gitlab-event-uuid': 'e1' }), 'e1 0');
  assert.equal(identity({ 'x-gitlab-webhook-uuid': 'of the hook, not of the delivery' }), undefined);
});
