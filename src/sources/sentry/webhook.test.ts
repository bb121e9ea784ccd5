import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { CheckMeans } from '../delivery.ts';
import { webhook } from './webhook.ts';

const means = undefined as unknown as CheckMeans;
const body = new TextEncoder().encode('{"action":"created","text":"Größe"}');
const signature = (secret: string, of: Uint8Array = body) => createHmac('sha256', secret).update(of).digest('hex');
const refusal = (headers: Record<string, string>, secret?: string, of = body) =>
  webhook.refusal?.({ headers, body: of, receivedMs: 0 }, secret, means);

test('takes what the Client Secret signed, and nothing else', async () => {
  assert.equal(await refusal({ 'sentry-hook-signature': signature('s1') }, 's1'), undefined);
  assert.equal(await refusal({ 'x-servicehook-signature': signature('s1') }, 's1'), undefined);
  assert.match((await refusal({ 'sentry-hook-signature': signature('s2') }, 's1')) ?? '', /wrong/);
  const changed = new TextEncoder().encode('{"action":"deleted"}');
  assert.match((await refusal({ 'sentry-hook-signature': signature('s1') }, 's1', changed)) ?? '', /wrong/);
  assert.match((await refusal({ 'sentry-hook-signature': 'no hex' }, 's1')) ?? '', /wrong/);
  assert.match((await refusal({}, 's1')) ?? '', /missing/);
  assert.equal(await refusal({}), undefined, 'without a secret the address is the only one');
});

test('a request is known by its id', () => {
  assert.equal(webhook.identity?.({ headers: { 'request-id': 'r1' }, body, receivedMs: 0 }), 'r1');
  assert.equal(webhook.identity?.({ headers: {}, body, receivedMs: 0 }), undefined);
});
