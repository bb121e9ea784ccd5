import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { clientAddress } from './client-address.ts';

async function addressOf(remote: string, forwarded: string | undefined, trusted: number): Promise<string> {
  const app = new Hono();
  app.get('/', (context) => context.text(clientAddress(context, trusted)));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: remote } } });
  return response.text();
}

test('the address is that of the connection, or what the outermost trusted proxy saw', async () => {
  assert.equal(await addressOf('192.0.2.1', '6.6.6.6', 0), '192.0.2.1');
  assert.equal(await addressOf('10.0.0.1', '6.6.6.6, 192.0.2.1', 1), '192.0.2.1');
  assert.equal(await addressOf('10.0.0.1', '6.6.6.6, 192.0.2.1, 10.0.0.2', 2), '192.0.2.1');
  assert.equal(await addressOf('192.0.2.1', undefined, 1), '192.0.2.1');
  assert.equal(await addressOf('192.0.2.1', '6.6.6.6', 2), '192.0.2.1');
});

test('IPv4 in IPv6 is IPv4, and a whole network of IPv6 is one address', async () => {
  assert.equal(await addressOf('::ffff:192.0.2.1', undefined, 0), '192.0.2.1');
  const [one, same, other] = ['2001:db8:1:2::5', '2001:0db8:0001:0002:a:b:c:d', '2001:db8:1:3::5'];
  assert.equal(await addressOf(one, undefined, 0), await addressOf(same, undefined, 0));
  assert.notEqual(await addressOf(one, undefined, 0), await addressOf(other, undefined, 0));
  assert.equal(await addressOf('::1', undefined, 0), '0:0:0:0::/64');
});
