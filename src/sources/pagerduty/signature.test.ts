import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { refusal } from './signature.ts';

const secret = 'wEOHyCv2pOzE1ugqVSTx';
const text = JSON.stringify({ event: { event_type: 'pagey.ping', data: { message: 'Hallo – Ünïcode' } } });
const sign = (key: string, body = text) => `v1=${createHmac('sha256', key).update(body).digest('hex')}`;
const check = (header: string | undefined, body = text, key: string | undefined = secret) =>
  refusal(
    {
      headers: header === undefined ? {} : { 'x-pagerduty-signature': header },
      body: new TextEncoder().encode(body),
      receivedMs: 0,
    },
    key,
  );

test('a delivery with the right signature is taken, also among several while a secret is replaced', async () => {
  assert.equal(await check(sign(secret)), undefined);
  assert.equal(await check(`${sign('old')},${sign(secret)}`), undefined);
  assert.equal(await check(`${sign(secret)}, ${sign('old')}`), undefined);
  assert.equal(await check(`v2=abc,${sign(secret).toUpperCase().replace('V1', 'v1')}`), undefined);
});

test('another secret, a changed body or another version is not', async () => {
  assert.match((await check(sign('other'))) ?? '', /not of this secret/);
  assert.match((await check(sign(secret), `${text} `)) ?? '', /not of this secret/);
  assert.match((await check(sign(secret).replace('v1', 'v2'))) ?? '', /no signature of version v1/);
});

test('a missing or malformed header says so', async () => {
  assert.match((await check(undefined)) ?? '', /is missing/);
  for (const header of ['', 'v1', 'v1=', 'v1=zz', `v1=${'0'.repeat(63)}`, ',,,', '='.repeat(10_000)])
    assert.match((await check(header)) ?? '', /no signature of version v1/);
  assert.match((await check(`v1=${'0'.repeat(64)}`)) ?? '', /not of this secret/);
});

test('without a secret the address is what is known, as with webhook v1 and v2', async () => {
  assert.equal(await refusal({ headers: {}, body: new Uint8Array(), receivedMs: 0 }, undefined), undefined);
});
