import assert from 'node:assert/strict';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { type PostgresError, startPostgres } from './index.ts';
import { requireVersion } from './version.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const asRoot = process.getuid?.() === 0;

async function refused(dataFolder: string): Promise<PostgresError> {
  let thrown: unknown;
  await startPostgres({ dataFolder }).then(
    (postgres) => postgres.stop(),
    (error: unknown) => (thrown = error),
  );
  return thrown as PostgresError;
}

test(
  'as root, a parent folder that shuts the server’s user out is named, with what to do',
  { skip: asRoot ? false : 'skipped: needs root' },
  async (context) => {
    const { folder, remove } = await temporaryFolder();
    context.after(remove);
    const parent = path.dirname(folder);
    await chmod(parent, 0o700);
    const error = await refused(path.join(folder, 'deep'));
    assert.equal(error.code, 'postgres.folder-closed');
    assert.ok(error.message.includes(`may not pass through ${parent},`), error.message);
    assert.match(error.remedy, /HINDCAST_DATA=\/var\/lib\/hindcast/);
  },
);

test(
  'a folder that cannot be written is named',
  { skip: asRoot ? 'skipped: root may write anywhere' : false },
  async (context) => {
    const { folder, remove } = await temporaryFolder();
    context.after(remove);
    await mkdir(folder, { mode: 0o500 });
    assert.equal((await refused(folder)).code, 'postgres.folder-unwritable');
  },
);

test('a data folder that is a file is refused', async (context) => {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  await writeFile(folder, '');
  assert.equal((await refused(folder)).code, 'postgres.folder-unwritable');
});

test('a path of 120 characters is no trouble, and what a broken-off first start left is cleared', async (context) => {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  const deep = path.join(folder, 'incidents of the "north" region'.padEnd(120 - folder.length - 1, 'x'));
  assert.equal(deep.length, 120);
  await mkdir(path.join(deep, 'postgres.new', 'base'), { recursive: true });
  await writeFile(path.join(deep, 'postgres.new', 'PG_VERSION'), '18\n');
  if (asRoot) for (const place of [folder, deep]) await chmod(place, 0o711);
  assert.equal(await refused(deep), undefined);
});

test('a database of another major version is refused before anything touches it', async (context) => {
  const { folder, remove } = await temporaryFolder();
  context.after(remove);
  const cluster = path.join(folder, 'postgres');
  await mkdir(cluster, { recursive: true });
  await chmod(folder, 0o755);
  if (asRoot) await (await import('node:fs/promises')).chown(cluster, 65_534, 65_534);
  await writeFile(path.join(cluster, 'PG_VERSION'), '17\n');
  const older = await refused(folder);
  assert.equal(older.code, 'postgres.other-version');
  assert.match(older.message, /made by PostgreSQL 17, and this Hindcast brings PostgreSQL 18/);
  await rm(path.join(cluster, 'PG_VERSION'));
  await writeFile(path.join(cluster, 'notes.txt'), 'mine');
  assert.equal((await refused(folder)).code, 'postgres.folder-foreign');
});

test('an older database is sent through export, a newer one to the newer Hindcast', () => {
  assert.throws(() => requireVersion('/d', '17', '18'), { remedy: /hindcast export/ });
  assert.throws(() => requireVersion('/d', '19', '18'), { remedy: /newer Hindcast/ });
  requireVersion('/d', '18', '18');
});
