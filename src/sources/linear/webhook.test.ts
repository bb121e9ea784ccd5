import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { webhook } from './webhook.ts';

const means = {
  fetchText: () => assert.fail('nothing is fetched'),
  verifiedBy: () => assert.fail('no certificate is needed'),
};
const secret = 'lin_wh_example';
const receivedMs = Date.UTC(2026, 2, 4, 14);
const bodyAt = (webhookTimestamp: unknown) => JSON.stringify({ action: 'create', type: 'Issue', webhookTimestamp });
const sign = (body: string, under = secret) => createHmac('sha256', under).update(body).digest('hex');
const refusal = (signature: string | undefined, body = bodyAt(receivedMs), under: string | undefined = secret) => {
  const headers = signature === undefined ? {} : { 'linear-signature': signature };
  return webhook.refusal?.({ headers, body: new TextEncoder().encode(body), receivedMs }, under, means);
};

test('takes a signed webhook that was just sent', async () => {
  assert.equal(await refusal(sign(bodyAt(receivedMs))), undefined);
});

test('refuses a changed body, another secret, and a signature that is missing or malformed', async () => {
  assert.match((await refusal(sign(bodyAt(receivedMs)), bodyAt(receivedMs - 1))) ?? '', /wrong/);
  assert.match((await refusal(sign(bodyAt(receivedMs), 'other'))) ?? '', /wrong/);
  assert.match((await refusal(undefined)) ?? '', /missing/);
  for (const malformed of ['', 'sha256=00', 'xyz']) assert.match((await refusal(malformed)) ?? '', /no signature/);
  const delivery = { headers: {}, body: new Uint8Array(), receivedMs };
  assert.match((await webhook.refusal?.(delivery, undefined, means)) ?? '', /signing secret/);
});

test('refuses what was sent more than a minute ago or in a minute, and what says no time', async () => {
  for (const time of [receivedMs - 61_000, receivedMs + 61_000, undefined, 'soon']) {
    const body = bodyAt(time);
    assert.match((await refusal(sign(body), body)) ?? '', /more than a minute/);
  }
  assert.match((await refusal(sign('no JSON'), 'no JSON')) ?? '', /more than a minute/);
});

test('a delivery is what its id says', () => {
  const headers = { 'linear-delivery': '234d1a4e' };
  assert.equal(webhook.identity?.({ headers, body: new Uint8Array(), receivedMs }), '234d1a4e');
});
