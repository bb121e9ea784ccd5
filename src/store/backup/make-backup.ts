import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { BackupEnd, BackupHead } from './backup-form.ts';
import { counters, plainForms, tableShapes } from './schema.ts';
import type { ArchiveFile } from './tar-write.ts';

/** Rows that are fetched, and lie in one file, at a time. */
const rowsAtOnce = 1000;

const fileOf = (name: string, content: string): ArchiveFile => {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, body: [bytes] };
};

async function headOf(client: ClientBase, hindcast: string): Promise<BackupHead> {
  const { rows } = await client.query<{ at: string; seq: string | null }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, (select max(seq) from entry)::text as seq`,
  );
  const { rows: migrations } = await client.query<BackupHead['migrations'][number]>(
    'select number, name, sha256 from migration order by number',
  );
  const { at = '', seq = null } = rows[0] ?? {};
  const shape = { tables: await tableShapes(client), counters: await counters(client) };
  return { format: 'hindcast-backup/1', hindcast, at, ledgerSeq: seq, migrations, ...shape };
}

/** The rows of one table in their text form, some at a time. */
async function* rowsOf(client: ClientBase, table: string): AsyncGenerator<string[]> {
  await client.query(`declare rows_of_table no scroll cursor for select r::text as row from public."${table}" r`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from rows_of_table`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('close rows_of_table');
}

async function* evidenceOf(client: ClientBase, evidence: EvidenceStore, end: BackupEnd): AsyncGenerator<ArchiveFile> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from evidence where removed_at is null order by sha256',
  );
  for (const { sha256 } of rows) {
    const read = await evidence.get(sha256).catch(() => undefined);
    if (read === undefined) end.evidence.missing.push(sha256);
    else {
      yield { name: `evidence/${sha256}`, bytes: read.bytes, body: read.body };
      end.evidence.objects += 1;
      end.evidence.bytes += read.bytes;
    }
  }
}

/** What a backup turned out to hold; complete when its last file was taken. */
export type Backup = { files: AsyncGenerator<ArchiveFile>; head: BackupHead; end: BackupEnd };

/**
 * Begins a backup: everything the database shows at one moment, whatever is written meanwhile, and its evidence.
 * The client is in a transaction until all files are taken.
 * @param hindcast version of this program
 */
export async function makeBackup(client: ClientBase, evidence: EvidenceStore, hindcast: string): Promise<Backup> {
  await client.query('begin transaction isolation level repeatable read read only');
  await client.query(plainForms);
  const head = await headOf(client, hindcast);
  const end: BackupEnd = { rows: {}, sha256: '', evidence: { objects: 0, bytes: 0, missing: [] } };
  async function* files(): AsyncGenerator<ArchiveFile> {
    yield fileOf('backup.json', JSON.stringify(head, null, 2));
    const hash = createHash('sha256');
    for (const { name } of head.tables) {
      let count = 0;
      for await (const rows of rowsOf(client, name)) {
        const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
        hash.update(content);
        yield fileOf(`tables/${name}/${String(count).padStart(9, '0')}.jsonl`, content);
        count += rows.length;
      }
      end.rows[name] = count;
    }
    yield* evidenceOf(client, evidence, end);
    end.sha256 = hash.digest('hex');
    yield fileOf('end.json', JSON.stringify(end, null, 2));
    await client.query('commit');
  }
  return { files: files(), head, end };
}
