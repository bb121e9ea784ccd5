import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pino from 'pino';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';
import { listeningServer } from '../server/listening.ts';
import { overHttp, tokenOf } from './connect.ts';
import { mcpContract } from './contract.ts';

const server = await listeningServer();
const { database, origin } = server.around;
const sequencer = startSequencer(database, { everyMs: 10, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const connect = overHttp(origin);

// The protocol of 2025 has no stream where no session is kept.
mcpContract('HTTP, 2025', server, { connect, era: '2025', subscribes: false });
mcpContract('HTTP, 2026', server, { connect, era: '2026', subscribes: true });

test('listening ends with the token it was asked with, and what was refused counts for nothing', async () => {
  const owner = await server.person('owner');
  const asked = { name: 'listener', role: 'viewer', scopes: ['incident.see', 'people.see'] };
  const { id, secret } = (await owner.call('POST', '/tokens', asked)).json as unknown as { id: string; secret: string };
  const caller = { ...owner, credentials: { authorization: `Bearer ${secret}` } };
  const client = await connect(caller, '2026');
  try {
    // More often than a caller may listen at once: nothing is listened to, so nothing is kept.
    for (let round = 0; round < 60; round += 1) await client.listen({});
    const listening = await client.listen({ resourcesListChanged: true });
    assert.equal((await owner.call('DELETE', `/tokens/${id}`)).status, 200);
    assert.equal(await listening.closed, 'graceful');
  } finally {
    await client.close();
  }
});

test('each call of a request counts against the limit of its token', async () => {
  const agent = await server.token('viewer');
  const call = (id: number) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: 'people_self', arguments: {} },
  });
  const answer = await fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf(agent)}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify(Array.from({ length: 7000 }, (_, id) => call(id + 1))),
  });
  const text = await answer.text();
  assert.ok(answer.status >= 400 || text.includes('rate.limited'), `${answer.status} ${text.slice(0, 300)}`);
});
