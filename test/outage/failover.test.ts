import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseAddresses } from '../../src/store/connection/addresses.ts';
import { openDatabase } from '../../src/store/database.ts';
import { passableFolder, startServer } from '../server/start-server.ts';
import { audit } from './lab/audit.ts';
import { skipReason } from './lab/debian.ts';
import { full, rounds } from './lab/full.ts';
import { type Load, startLoad } from './lab/load.ts';
import { connectNode, startNode } from './lab/pg-node.ts';
import { failOver, type PgPair, repair, startPair } from './lab/pg-pair.ts';
import { report, spread } from './lab/report.ts';
import { makeWriters } from './lab/writers.ts';

const writersEach = 4;
/** The aim is a second; beside all other tests on a small machine everything takes its time. */
const mostMs = full ? 1000 : 3000;

/** Waits until each writer has been told yes after `since`; gives when the last of them was. */
async function allCarryOn({ lastAt, tally }: Load, since: number): Promise<number> {
  for (const end = since + 20_000; performance.now() < end; await sleep(1))
    if (lastAt.every((at) => at > since)) return Math.max(...lastAt);
  assert.fail(`a writer has not carried on within 20 s: ${tally.refused.join(', ') || tally.lastProblem}`);
}

let pair: PgPair | undefined;
after(() => pair?.end());

test(
  'two servers, the primary killed under load and its synchronous standby promoted',
  { skip: skipReason },
  async (context) => {
    const cluster = (pair = await startPair());
    const environment = { DATABASE_URL: cluster.url, HINDCAST_RATE_LIMIT: '10000000' };
    const servers = [
      await startServer(context, passableFolder(context), environment),
      await startServer(context, passableFolder(context), environment),
    ];
    const seeding = await connectNode(cluster.primary, 'hindcast');
    const writers = await makeWriters(seeding, writersEach * 2, (index) => servers[index % 2]?.url ?? '');
    await seeding.end();
    const load = startLoad(writers);
    context.after(load.abandon);
    const afterPromotion: number[] = [];
    const afterKill: number[] = [];
    const all = rounds(2, 20);
    for (let round = 0; round < all; round += 1) {
      await sleep(200 + Math.random() * 600);
      const { killedAt, promotedAt } = await failOver(cluster);
      const carriedOn = await allCarryOn(load, promotedAt);
      afterPromotion.push(carriedOn - promotedAt);
      afterKill.push(carriedOn - killedAt);
      if (round < all - 1) await repair(cluster);
    }
    const tally = await load.stop();
    await Promise.all(servers.map(({ stop }) => stop()));
    const client = await connectNode(cluster.primary, 'hindcast');
    const { lost, doubled, entries } = await audit(client, tally);
    await client.end();
    const [promotion, kill] = [spread(afterPromotion), spread(afterKill)];
    report('Failover', {
      rounds: all,
      acknowledged: tally.acknowledged.length,
      'sent again': tally.repeated,
      lost,
      doubled,
      'ledger entries': entries,
      'all writers of both carry on after the promotion: p50 ms': promotion.p50,
      'longest ms': promotion.max,
      'after the kill: p50 ms': kill.p50,
      'longest pause ms': kill.max,
    });
    assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
    assert.ok(promotion.max < mostMs, `both carry on within ${mostMs} ms of the promotion`);
  },
);

test('an old primary that comes back by itself is not written to', { skip: skipReason }, async () => {
  assert.ok(pair !== undefined);
  await startNode(pair.standby);
  for (const addresses of [databaseAddresses(pair.url), databaseAddresses(pair.url).toReversed()]) {
    const database = openDatabase(addresses);
    const { rows } = await database.query<{ port: number }>({ text: 'select inet_server_port() as port', values: [] });
    await database.close();
    assert.equal(rows[0]?.port, pair.primary.port);
  }
});
