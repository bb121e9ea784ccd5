import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { commit } from '../../src/store/commit.ts';
import { databaseAddresses } from '../../src/store/connection/addresses.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { skipReason } from './lab/debian.ts';
import { failOverFrozen, startPair } from './lab/pg-pair.ts';
import { report } from './lab/report.ts';

test(
  'a primary that stops answering without a word is left as soon as another one is promoted',
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

    const acknowledged: string[] = [];
    const times = [0];
    const stopped = new AbortController();
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, writer) => {
        for (let number = 0; !stopped.signal.aborted; number += 1) {
          const draft = { at: new Date().toISOString(), actor: 'system', operation: 'test.frozen', payload: null };
          const subject = `${writer}/${number}`;
          await commit(database, [], { ...draft, subject, result: null, salt: randomBytes(16) });
          acknowledged.push(subject);
          times.push(performance.now());
        }
      }),
    );
    await sleep(300);
    const { promotedAt, end } = await failOverFrozen(pair);
    for (const until = promotedAt + 9000; performance.now() < until; await sleep(2))
      if ((times.at(-1) ?? 0) > promotedAt) break;
    const pauseMs = Math.round((times.at(-1) ?? 0) - promotedAt);
    stopped.abort();
    await writing;
    await end();
    const { rows } = await database.query<{ subject: string }>({ text: 'select subject from entry', values: [] });
    const found = rows.map(({ subject }) => subject);
    report('Frozen primary', { acknowledged: acknowledged.length, 'carries on after the promotion: ms': pauseMs });
    assert.deepEqual(found.toSorted(), acknowledged.toSorted());
    assert.ok(pauseMs > 0 && pauseMs < 5000);
  },
);
