import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../../test/server/database.ts';
import { enterMany } from '../../../test/server/enter.ts';
import { verifyLog } from '../../ledger/verify/verify-log.ts';
import { logPages } from './log-pages.ts';
import { storedTiles } from './stored-tiles.ts';

const { database, where } = await testDatabase();
const program = path.join(import.meta.dirname, 'sequencer-process.fixture.ts');
const running = new Set<ChildProcess>();
after(() => running.forEach((child) => child.kill('SIGKILL')));

/** A process of its own, and when it began to lead. */
function start(): { child: ChildProcess; leads: Promise<unknown> } {
  const child = spawn(process.execPath, [program, JSON.stringify(where)], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  return { child, leads: child.stdout === null ? Promise.reject(new Error('no output')) : once(child.stdout, 'data') };
}

async function waiting(): Promise<number> {
  const { rows } = await database.query<{ count: string }>({
    text: 'select count(*) from entry where seq is null',
    values: [],
  });
  return Number(rows[0]?.count);
}

test('processes that number are killed under load: another goes on within a second, and the ledger verifies', async (context) => {
  const writing = new AbortController();
  let written = 0;
  const writers = Array.from({ length: 2 }, async () => {
    while (!writing.signal.aborted) {
      await enterMany(database, 20);
      written += 20;
      await sleep(2);
    }
  });
  context.after(async () => {
    writing.abort();
    await Promise.allSettled(writers);
  });
  let leader = start();
  await leader.leads;
  for (let round = 0; round < 4; round += 1) {
    const next = start();
    await sleep(400 + round * 37);
    leader.child.kill('SIGKILL');
    const killedMs = performance.now();
    await next.leads;
    const pauseMs = performance.now() - killedMs;
    assert.ok(pauseMs < 1000, `the next one led after ${Math.round(pauseMs)} ms`);
    leader = next;
  }
  writing.abort();
  await Promise.all(writers);
  for (const endMs = performance.now() + 3000; (await waiting()) > 0 && performance.now() < endMs;) await sleep(10);
  const heads = await database.kysely.selectFrom('checkpoint').select(['size', 'root']).execute();
  const verdict = await verifyLog(
    logPages(database, written),
    heads.map(({ size, root }) => ({ size: Number(size), root })),
    { readTiles: storedTiles(database.query) },
  );
  assert.deepEqual(verdict.problems, []);
  assert.deepEqual([verdict.entries, verdict.signed], [written, written]);
});
