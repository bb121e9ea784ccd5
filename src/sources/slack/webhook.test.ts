import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { webhook } from './webhook.ts';

const means = {
  fetchText: () => assert.fail('nothing is fetched'),
  verifiedBy: () => assert.fail('no certificate is needed'),
};
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const receivedMs = Date.UTC(2026, 2, 4, 14);
const seconds = String(receivedMs / 1000);
const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (body: string, time = seconds, under = secret) =>
  `v0=${createHmac('sha256', under).update(`v0:${time}:${body}`).digest('hex')}`;
const refusal = (
  signature: string | undefined,
  time: string | undefined,
  body = '{}',
  under: string | undefined = secret,
) => {
  const headers = {
    ...(signature === undefined ? {} : { 'x-slack-signature': signature }),
    ...(time === undefined ? {} : { 'x-slack-request-timestamp': time }),
  };
  return webhook.refusal?.({ headers, body: bytes(body), receivedMs }, under, means);
};

// The example of Slack's page "Verifying requests from Slack".
const published =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

test('takes the request of the published example at its time', async () => {
  const headers = {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  };
  const delivery = { headers, body: bytes(published), receivedMs: 1531420618000 };
  assert.equal(await webhook.refusal?.(delivery, secret, means), undefined);
  const late = { ...delivery, receivedMs: 1531420618000 + 301_000 };
  assert.match((await webhook.refusal?.(late, secret, means)) ?? '', /five minutes/);
});

test('refuses a changed body, another secret or time, and headers that are missing or malformed', async () => {
  assert.equal(await refusal(sign('{}'), seconds), undefined);
  assert.match((await refusal(sign('{}'), seconds, '[]')) ?? '', /wrong/);
  assert.match((await refusal(sign('{}', seconds, 'other'), seconds)) ?? '', /wrong/);
  assert.match((await refusal(sign('{}'), String(receivedMs / 1000 - 60))) ?? '', /wrong/);
  assert.match((await refusal(sign('{}', 'soon'), 'soon')) ?? '', /five minutes/);
  assert.match((await refusal(undefined, seconds)) ?? '', /missing/);
  assert.match((await refusal(sign('{}'), undefined)) ?? '', /missing/);
  assert.match((await refusal('v1=00', seconds)) ?? '', /no signature/);
  const delivery = { headers: {}, body: bytes('{}'), receivedMs };
  assert.match((await webhook.refusal?.(delivery, undefined, means)) ?? '', /signing secret/);
});

test('answers the greeting with its challenge, and nothing else', async () => {
  const greet = (body: string) => webhook.greeting?.({ headers: {}, body: bytes(body), receivedMs }, means);
  assert.deepEqual(await greet('{"type":"url_verification","token":"t","challenge":"3eZbrw1a"}'), {
    status: 200,
    type: 'text/plain',
    body: '3eZbrw1a',
  });
  for (const body of ['{"type":"event_callback","challenge":"x"}', '{"type":"url_verification"}', 'no JSON', ''])
    assert.equal(await greet(body), undefined, body);
});

test('a delivery is what its event is called, in each retry', () => {
  const identity = (body: string, retry: Record<string, string> = {}) =>
    webhook.identity?.({ headers: retry, body: bytes(body), receivedMs });
  assert.equal(identity('{"event_id":"Ev1"}'), 'Ev1');
  assert.equal(identity('{"event_id":"Ev1"}', { 'x-slack-retry-num': '2' }), 'Ev1');
  assert.equal(identity('{}'), undefined);
});
