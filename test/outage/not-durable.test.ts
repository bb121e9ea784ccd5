import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { commit } from '../../src/store/commit.ts';
import { databaseAddresses } from '../../src/store/connection/addresses.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { skipReason } from './lab/debian.ts';
import { ask, killNode, startNode } from './lab/pg-node.ts';
import { startPair } from './lab/pg-pair.ts';

const cancelWaiting = `select count(pg_cancel_backend(pid))::int as cancelled
  from pg_stat_activity where wait_event = 'SyncRep' and application_name = 'hindcast'`;

test(
  'a change whose wait for the standby was cancelled is acknowledged only when a standby has it',
  {
    skip: skipReason,
  },
  async () => {
    const pair = await startPair();
    after(() => pair.end());
    const database = openDatabase(databaseAddresses(pair.url));
    after(() => database.close());
    const client = await database.connect();
    await migrate(client);
    await client.end();

    await killNode(pair.standby);
    const key = randomUUID();
    const draft = { at: new Date().toISOString(), actor: 'system', operation: 'test.wait', subject: 'one', key };
    let acknowledged = false;
    const saving = commit(database, [], { ...draft, payload: null, result: null, salt: randomBytes(16) }).then(() => {
      acknowledged = true;
    });
    let cancelled = 0;
    for (const end = Date.now() + 2000; Date.now() < end; await sleep(50))
      cancelled += (await ask<{ cancelled: number }>(pair.primary, cancelWaiting))[0]?.cancelled ?? 0;
    assert.ok(cancelled > 1, 'the first wait was cancelled, and that of the repetition');
    assert.equal(acknowledged, false);

    await startNode(pair.standby);
    await saving;
    const { rows } = await database.query({ text: 'select key from entry', values: [] });
    assert.deepEqual(rows, [{ key: `system ${key}` }]);
  },
);
