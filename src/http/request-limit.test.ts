import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningServer } from '../../test/server/listening.ts';
import { testServer } from '../../test/server/server.ts';
import { HindcastError } from '../operations/errors.ts';
import { defaultAccess } from './access-settings.ts';
import { requestLimit } from './request-limit.ts';

const behindProxy = await testServer({ access: { ...defaultAccess, requestsPerMinute: 5, trustedProxies: 1 } });
const listening = await listeningServer({ access: { ...defaultAccess, requestsPerMinute: 3 } });

test('a caller has a burst, then as many as the minute gives back; others are not touched', () => {
  const take = requestLimit(60);
  for (let count = 0; count < 60; count += 1) take('one', 0);
  assert.throws(
    () => take('one', 0),
    (error) => error instanceof HindcastError && error.code === 'rate.limited' && error.remedy === 'Wait 1 seconds.',
  );
  take('other', 0);
  take('one', 1000);
  assert.throws(() => take('one', 1000));
});

test('remembering callers costs no more than so much memory', () => {
  const take = requestLimit(60);
  for (let count = 0; count < 120_000; count += 1) take(`address:${count}`, count);
  take('address:0', 120_000);
});

test('over HTTP the answer says how long to wait, and one address does not use up the limit of another', async () => {
  const ask = (address: string) => behindProxy.app.request('/sign-in', { headers: { 'x-forwarded-for': address } });
  for (let count = 0; count < 5; count += 1) assert.equal((await ask('10.0.0.1')).status, 200);
  const refused = await ask('10.0.0.1');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '12');
  assert.equal((await ask('10.0.0.2')).status, 200);
});

test('one person is limited wherever they ask from', async () => {
  const viewer = await behindProxy.person('viewer');
  const statuses = [];
  for (let count = 0; count < 6; count += 1)
    statuses.push((await viewer.call('GET', '/me', undefined, { 'x-forwarded-for': `10.0.1.${count}` })).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
});

test('without a trusted proxy the connection counts, whatever the header says', async () => {
  const statuses = [];
  for (let count = 0; count < 4; count += 1) {
    const headers = { 'x-forwarded-for': `10.0.0.${count}` };
    statuses.push((await fetch(`${listening.around.origin}/sign-in`, { headers })).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429]);
});
