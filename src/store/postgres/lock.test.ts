import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, describe, test } from 'node:test';
import { lifeOf, ourselves } from './lock-owner.ts';
import { takeLock } from './lock.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

async function lockedBy(context: TestContext, text: string): Promise<{ folder: string; file: string }> {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  await mkdir(folder);
  const file = path.join(folder, 'lock');
  await writeFile(file, text);
  return { folder, file };
}

const us = ourselves();
const elsewhere = { ...us, boot: 'another', host: 'another', pidNamespace: 'pid:[1]' };

describe('the lock of a data folder', { concurrency: true }, () => {
  test('of a dead process is replaced at once, and a release leaves nothing', async (context) => {
    const child = spawn('true');
    await once(child, 'exit');
    const { folder, file } = await lockedBy(context, JSON.stringify({ ...us, pid: child.pid }));
    const lock = await takeLock(folder);
    assert.equal(JSON.parse(await readFile(file, 'utf8')).pid, process.pid);
    await assert.rejects(takeLock(folder), { code: 'postgres.in-use' });
    await lock.release();
    assert.deepEqual(await readdir(folder), []);
  });

  test('of a pid that another process has by now is replaced', async (context) => {
    const { folder } = await lockedBy(context, JSON.stringify({ ...us, startTicks: '1' }));
    await (await takeLock(folder)).release();
  });

  test('of another container counts as held while it beats', async (context) => {
    const { folder, file } = await lockedBy(context, JSON.stringify(elsewhere));
    const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), 300);
    context.after(() => clearInterval(beat));
    await assert.rejects(takeLock(folder), { code: 'postgres.in-use', message: /on another, since/ });
  });

  test('of another container, or half written, is replaced when it does not beat', async (context) => {
    const replace = async (text: string) => {
      const { folder } = await lockedBy(context, text);
      await (await takeLock(folder)).release();
    };
    await Promise.all([JSON.stringify(elsewhere), '{"pid":1'].map(replace));
  });
});

test('a lock of this host before it was started anew is dead', () => {
  assert.equal(lifeOf({ ...us, boot: 'before' }, us), 'dead');
  assert.equal(lifeOf(us, us), 'alive');
  assert.equal(lifeOf(elsewhere, us), 'unknown');
});
