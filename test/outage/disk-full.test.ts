import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../server/start-server.ts';
import { audit } from './lab/audit.ts';
import { connectEmbedded } from './lab/embedded.ts';
import { rounds } from './lab/full.ts';
import { startLoad } from './lab/load.ts';
import { report } from './lab/report.ts';
import { smallDisk } from './lab/small-disk.ts';
import { makeWriters } from './lab/writers.ts';

/** Room for the database, its log, and what is kept in reserve. */
const diskMegabytes = 700;
/** What is left when the disk is "full": Postgres itself finds out. */
const freeWhenFull = 256 * 1024;

test('a full disk: a clear answer, nothing lost, and on it goes when there is space again', async (context) => {
  const disk = await smallDisk(diskMegabytes);
  if (disk === undefined) return context.skip('skipped: this user may not mount a small disk');
  context.after(disk.end);
  const server = await startServer(context, disk.folder, { HINDCAST_RATE_LIMIT: '10000000' });
  const seeding = await connectEmbedded(disk.folder);
  const writers = await makeWriters(seeding, 4, () => server.url);
  await seeding.end();
  const load = startLoad(writers);
  context.after(load.abandon);
  const probe = writers[0];
  assert.ok(probe !== undefined);
  const codes = new Map<string, number>();
  let longestMs = 0;
  let probes = 0;
  for (let round = 0; round < rounds(1, 5); round += 1) {
    await sleep(300);
    await disk.fill(freeWhenFull);
    for (const end = Date.now() + rounds(3000, 8000); Date.now() < end; await sleep(50)) {
      // Each its own text, or two that found room would look like one that was written twice.
      const text = `probe ${(probes += 1)} `.padEnd(200_000, 'x');
      const response = await fetch(`${server.url}/api/v1/incidents/${probe.incident}/timeline`, {
        method: 'POST',
        headers: { authorization: `Bearer ${probe.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ entry: { at: '2026-01-01T10:00Z', precision: 'instant', text } }),
      });
      const { code = 'done' } = (await response.json()) as { code?: string };
      codes.set(`${response.status} ${code}`, (codes.get(`${response.status} ${code}`) ?? 0) + 1);
    }
    const since = performance.now();
    await disk.empty();
    for (const end = since + 30_000; !load.lastAt.every((at) => at > since); await sleep(5))
      assert.ok(
        performance.now() < end,
        `a writer has not carried on: ${load.tally.refused.join(', ')}\n${server.log()}`,
      );
    longestMs = Math.max(longestMs, Math.max(...load.lastAt) - since);
  }
  const tally = await load.stop();
  await sleep(300);
  const client = await connectEmbedded(disk.folder);
  await client.query(`delete from kept_part where length(value->>'text') > 1000`);
  const { lost, doubled } = await audit(client, tally);
  await client.end();
  report('Disk full', {
    acknowledged: tally.acknowledged.length,
    lost,
    doubled,
    'answers while full': [...codes].map(([code, times]) => `${times} × ${code}`).join(' and '),
    'longest until all write again ms': Math.round(longestMs),
  });
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  assert.deepEqual(
    [...codes.keys()].filter((code) => !/^(?:503|507|200) /.test(code)),
    [],
  );
});
