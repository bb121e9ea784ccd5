import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { testServer } from '../../../test/server/server.ts';
import { openCheckpoint } from '../../ledger/note/checkpoint.ts';
import { readVerifier } from '../../ledger/note/keys.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

const server = await testServer();
const owner = await server.person('owner');

test('strangers read the checkpoint once an owner allows it, and not before', async () => {
  const read = () => server.app.request('/ledger/checkpoint');
  assert.equal((await read()).status, 404);
  const allowed = await owner.call('PATCH', '/settings/ledger.public', { value: true, seen: 0 });
  assert.equal(allowed.status, 200, allowed.text);
  const sequencer = startSequencer(server.around.database, { everyMs: 5, log: pino({ level: 'silent' }) });
  while (!sequencer.leading()) await sleep(5);
  await sequencer.stop();
  const response = await read();
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
  const { items } = (await owner.call('GET', '/ledger/keys')).json as unknown as { items: { verifier: string }[] };
  assert.equal(openCheckpoint(await response.text(), [readVerifier(items[0]?.verifier ?? '')]).size, 1);
});
