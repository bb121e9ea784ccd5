import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import { knownMigrations, makeSchema, migrate, type Migration } from '../migrate.ts';
import { BackupEnd, BackupHead } from './backup-form.ts';
import { BackupError } from './backup-error.ts';
import { insertText } from './insert-text.ts';
import { plainForms, tableShapes } from './schema.ts';
import type { ArchiveFile } from './tar-write.ts';

/** What was restored. */
export type Restored = { head: BackupHead; end: BackupEnd };

/** @throws BackupError `backup.not-empty` naming a table that is there */
export async function requireEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1`,
  );
  if (rows[0] !== undefined) throw new BackupError('backup.not-empty', `it has a table ${rows[0].name}`);
}

/** What the archive and JSON throw, as an error of the backup; anything else comes back as it is. */
const asInvalid = (error: unknown): unknown =>
  error instanceof RangeError || error instanceof SyntaxError
    ? new BackupError('backup.invalid', error.message, { cause: error })
    : error;

async function textOf({ body }: ArchiveFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function jsonOf<Form>(file: ArchiveFile, schema: { parse: (value: unknown) => Form }): Promise<Form> {
  try {
    return schema.parse(JSON.parse(await textOf(file)));
  } catch (error) {
    throw new BackupError('backup.invalid', `${file.name} cannot be read`, { cause: error });
  }
}

/** The migrations that the backup was made with, as this program ships them. */
async function migrationsOf(head: BackupHead): Promise<Migration[]> {
  const known = await knownMigrations();
  return head.migrations.map(({ number, name, sha256 }) => {
    const ours = known.find((migration) => migration.number === number && migration.sha256 === sha256);
    if (ours !== undefined) return ours;
    const reason = `it was made with the migration ${name}, which this Hindcast does not have in that form`;
    throw new BackupError('backup.invalid', reason);
  });
}

async function load(
  client: ClientBase,
  evidence: EvidenceStore,
  head: BackupHead,
  files: AsyncIterable<ArchiveFile>,
): Promise<BackupEnd> {
  const shapes = new Map(head.tables.map((shape) => [shape.name, shape]));
  const counts = Object.fromEntries(head.tables.map(({ name }) => [name, 0]));
  const hash = createHash('sha256');
  let end: BackupEnd | undefined;
  for await (const file of files) {
    const [kind, name = ''] = file.name.split('/');
    const shape = kind === 'tables' ? shapes.get(name) : undefined;
    if (shape !== undefined) {
      const content = await textOf(file);
      hash.update(content);
      const rows = content
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as string);
      await client.query(insertText(shape), [rows]);
      counts[name] = (counts[name] ?? 0) + rows.length;
    } else if (kind === 'evidence') {
      const { sha256 } = await evidence.put(file.body as AsyncIterable<Uint8Array>, { maxBytes: file.bytes });
      if (sha256 !== name) throw new BackupError('backup.invalid', `evidence ${name} has other bytes`);
    } else if (kind === 'end.json') end = await jsonOf(file, BackupEnd);
    else throw new BackupError('backup.invalid', `it holds ${file.name}, which no backup has`);
  }
  if (end === undefined) throw new BackupError('backup.invalid', 'it was cut off');
  if (end.sha256 !== hash.digest('hex') || JSON.stringify(end.rows) !== JSON.stringify(counts))
    throw new BackupError('backup.invalid', 'its rows are not those that were backed up');
  return end;
}

/**
 * Restores a backup into an empty database, all or nothing, then brings its schema up to date.
 * @throws BackupError
 */
export async function restoreBackup(
  client: ClientBase,
  evidence: EvidenceStore,
  files: AsyncGenerator<ArchiveFile>,
): Promise<Restored> {
  await requireEmpty(client);
  const first = await files.next().catch((error: unknown) => {
    throw asInvalid(error);
  });
  if (first.done === true || first.value.name !== 'backup.json')
    throw new BackupError('backup.invalid', 'it does not begin with backup.json');
  const head = await jsonOf(first.value, BackupHead);
  const migrations = await migrationsOf(head);
  await client.query('begin');
  try {
    await client.query(plainForms);
    await makeSchema(client, migrations);
    if (JSON.stringify(await tableShapes(client)) !== JSON.stringify(head.tables))
      throw new BackupError('backup.invalid', 'its tables are not those of its migrations');
    const end = await load(client, evidence, head, files);
    for (const { sequence, last, called } of head.counters)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [sequence, last, called]);
    await client.query('commit');
    await migrate(client);
    return { head, end };
  } catch (error) {
    await client.query('rollback');
    throw asInvalid(error);
  }
}
