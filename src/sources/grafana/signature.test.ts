import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { refusal } from './signature.ts';

const secret = 'a shared secret';
const body = '{"version":"1","orgId":1,"alerts":[]}';
const at = 1_772_634_190;
const sign = (signed: string, key = secret) => createHmac('sha256', key).update(signed).digest('hex');
const check = (headers: Record<string, string>, sent = body, receivedMs = at * 1000) =>
  refusal({ headers, body: new TextEncoder().encode(sent), receivedMs }, secret);
const signature = (text: string) => ({ 'x-grafana-alerting-signature': text });
const timed = (seconds: number, signed = seconds) => ({
  ...signature(sign(`${signed}:${body}`)),
  'x-grafana-alerting-timestamp': String(seconds),
});

test('a body that is signed is taken, with and without a time, also under renamed headers', async () => {
  assert.equal(await check(signature(sign(body))), undefined);
  assert.equal(await check(timed(at)), undefined);
  assert.equal(await check({ 'x-shop-signature': sign(`${at}:${body}`), 'x-shop-timestamp': String(at) }), undefined);
});

test('a delivery that is sent again later is refused when it is timed', async () => {
  assert.equal(await check(timed(at), body, (at + 299) * 1000), undefined);
  assert.match((await check(timed(at), body, (at + 301) * 1000)) ?? '', /five minutes/);
  assert.match((await check(timed(at), body, (at - 301) * 1000)) ?? '', /five minutes/);
  assert.match((await check(timed(at + 600, at), body, (at + 600) * 1000)) ?? '', /not of this secret/);
  const { 'x-grafana-alerting-timestamp': _time, ...untimed } = timed(at);
  assert.match((await check(untimed)) ?? '', /not of this secret/);
});

test('another secret, a changed body, a missing or a malformed header are refused', async () => {
  assert.match((await check(signature(sign(body, 'other')))) ?? '', /not of this secret/);
  assert.match((await check(signature(sign(body)), `${body} `)) ?? '', /not of this secret/);
  assert.match((await check({})) ?? '', /missing/);
  for (const text of ['', 'sha256=', 'zz', sign(body).slice(1)])
    assert.match((await check(signature(text))) ?? '', /hexadecimal/);
});

test('an older Grafana sends the secret as a bearer token; a signature that is there is what counts', async () => {
  const token = 'a-token-without-spaces';
  const given = (authorization: string, more = {}) =>
    refusal({ headers: { authorization, ...more }, body: new TextEncoder().encode(body), receivedMs: 0 }, token);
  assert.equal(await given(`Bearer ${token}`), undefined);
  assert.match((await given('Bearer another')) ?? '', /wrong/);
  assert.match((await given(`Bearer ${token}`, signature(sign(body, 'other')))) ?? '', /not of this secret/);
});

test('without a secret nothing is asked for', async () => {
  assert.equal(await refusal({ headers: {}, body: new Uint8Array(), receivedMs: 0 }, undefined), undefined);
});
