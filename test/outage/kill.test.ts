import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { passableFolder, type Started, startServer } from '../server/start-server.ts';
import { audit } from './lab/audit.ts';
import { connectEmbedded, postmasterOf } from './lab/embedded.ts';
import { rounds } from './lab/full.ts';
import { type Load, startLoad } from './lab/load.ts';
import { report, spread } from './lab/report.ts';
import { makeWriters } from './lab/writers.ts';

const victims = ['the server', 'Postgres', 'both'] as const;

/** Waits until every writer has been told yes again; gives how long that took from `since`. */
async function carriesOn({ lastAt, tally }: Load, since: number): Promise<number> {
  for (const end = since + 30_000; performance.now() < end; await sleep(2))
    if (lastAt.every((at) => at > since)) return Math.max(...lastAt) - since;
  assert.fail(`a writer has not carried on within 30 s: ${tally.refused.join(', ') || tally.lastProblem}`);
}

test('killed at any moment under load, server and Postgres lose nothing that was acknowledged, and come up by themselves', async (context) => {
  const folder = passableFolder(context);
  const start = () => startServer(context, folder, { HINDCAST_RATE_LIMIT: '10000000' });
  let server: Started = await start();
  const seeding = await connectEmbedded(folder);
  const writers = await makeWriters(seeding, 8, () => server.url);
  await seeding.end();
  const load = startLoad(writers);
  context.after(load.abandon);
  const pauses: number[] = [];
  const killed = { 'the server': 0, Postgres: 0, both: 0 };
  const all = rounds(6, 50);
  for (let round = 0; round < all; round += 1) {
    await sleep(100 + Math.random() * 500);
    const victim = victims[round % victims.length] ?? 'both';
    killed[victim] += 1;
    const postmaster = victim === 'the server' ? undefined : await postmasterOf(folder);
    const since = performance.now();
    if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
    if (victim !== 'Postgres') {
      await server.stop('SIGKILL');
      server = await start();
    }
    pauses.push(await carriesOn(load, since));
  }
  const tally = await load.stop();
  // A sequencer that was killed while it numbered leaves its work to the next.
  await sleep(300);
  const client = await connectEmbedded(folder);
  const { lost, doubled, entries } = await audit(client, tally);
  await client.end();
  const pause = spread(pauses);
  report('Killed with -9', {
    rounds: all,
    ...killed,
    acknowledged: tally.acknowledged.length,
    'sent again': tally.repeated,
    lost,
    doubled,
    'ledger entries': entries,
    'pause p50 ms': pause.p50,
    'longest pause ms': pause.max,
  });
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
});
