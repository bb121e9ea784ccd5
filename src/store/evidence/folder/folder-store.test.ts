import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { folderStore } from './folder-store.ts';

const limits = { maxBytes: 50_000_000 };

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.length;
  return bytes;
}

async function open(context: TestContext) {
  const above = await mkdtemp(path.join(tmpdir(), 'hindcast-folder-'));
  context.after(() => rm(above, { recursive: true, force: true }));
  const root = path.join(above, 'not yet/there');
  return { above, root, store: folderStore(root) };
}

test('an object is a read-only file named by its hash, with its bytes and nothing else', async (context) => {
  const { root, store } = await open(context);
  const bytes = randomBytes(70_000);
  const { sha256 } = await store.put(once(bytes), limits);
  const file = path.join(root, sha256.slice(0, 2), sha256);
  assert.equal((await stat(file)).mode & 0o777, 0o400);
  assert.ok((await readFile(file)).equals(bytes));
  assert.equal((await stat(root)).mode & 0o777, 0o700);
});

test('a changed byte, a missing end and an added one end the read with an error', async (context) => {
  const { root, store } = await open(context);
  const bytes = randomBytes(700_000);
  const { sha256 } = await store.put(once(bytes), limits);
  const file = path.join(root, sha256.slice(0, 2), sha256);
  const changed = Buffer.from(bytes);
  changed[350_000] = (changed[350_000] ?? 0) ^ 4;
  for (const damage of [changed, bytes.subarray(0, 699_999), Buffer.concat([bytes, Buffer.of(0)]), Buffer.alloc(0)]) {
    await chmod(file, 0o600);
    await writeFile(file, damage);
    const { body } = await store.get(sha256);
    await assert.rejects(drain(body), { code: 'evidence.corrupt', message: new RegExp(`${sha256}.*SHA-256`) });
  }
  await assert.rejects(store.put(once(bytes), limits), {
    code: 'evidence.corrupt',
    message: /0 bytes and should have 700000/,
  });
});

test('what crashed uploads left is removed, what others are uploading is not', async (context) => {
  const { root, store } = await open(context);
  const incoming = path.join(root, 'incoming');
  await mkdir(incoming, { recursive: true });
  for (const name of ['old.part', 'new.part']) await writeFile(path.join(incoming, name), 'x');
  const longAgo = new Date(Date.now() - 7 * 3_600_000);
  await utimes(path.join(incoming, 'old.part'), longAgo, longAgo);
  await store.put(once(randomBytes(10)), limits);
  assert.deepEqual(await readdir(incoming), ['new.part']);
});

test('files that are no objects are not listed', async (context) => {
  const { root, store } = await open(context);
  const { sha256 } = await store.put(once(randomBytes(10)), limits);
  await mkdir(path.join(root, '00'), { recursive: true });
  await writeFile(path.join(root, '00', 'notes.txt'), 'x');
  await writeFile(path.join(root, '00', 'f'.repeat(64)), 'x');
  const found = [];
  for await (const object of store.list()) found.push(object);
  assert.deepEqual(found, [{ sha256, bytes: 10 }]);
});

test('a place that is a file, or cannot be made, is said with what to do', async (context) => {
  const { above } = await open(context);
  const file = path.join(above, 'file');
  await writeFile(file, 'x');
  const expected = { code: 'evidence.unavailable', message: new RegExp(file), remedy: /permissions/ };
  await assert.rejects(folderStore(file).put(once(randomBytes(10)), limits), expected);
});

/** A disk of 4 MB, where this machine lets us have one. */
function smallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a full disk is said, leaves nothing behind, and takes uploads again when there is room', async (context) => {
  const { above } = await open(context);
  const disk = path.join(above, 'disk');
  await mkdir(disk);
  if (!smallDisk(disk)) return context.skip('mounting a small disk needs root');
  try {
    const store = folderStore(path.join(disk, 'evidence'));
    const first = await store.put(once(randomBytes(2_000_000)), limits);
    await assert.rejects(store.put(once(randomBytes(3_000_000)), limits), { code: 'evidence.no-space' });
    assert.deepEqual(await readdir(path.join(disk, 'evidence/incoming')), []);
    assert.equal(await drain((await store.get(first.sha256)).body), 2_000_000);
    await store.remove(first.sha256);
    assert.equal((await store.put(once(randomBytes(3_000_000)), limits)).existed, false);
  } finally {
    execFileSync('umount', [disk]);
  }
  return undefined;
});
