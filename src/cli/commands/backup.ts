import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { type BackupEnd, type BackupHead, makeBackup, tarOf } from '../../store/backup/index.ts';
import { type Arguments, exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-folder.ts';
import { type LocalStore, withStore } from '../server/with-store.ts';
import { counted } from '../text/counted.ts';

type Made = { head: BackupHead; end: BackupEnd };

/** Makes names and bytes durable: a backup that a power cut takes away is none. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  await handle.sync().finally(() => handle.close());
}

/** @throws HindcastError `backup.exists` */
async function requireNew(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined)) !== undefined) throw new HindcastError('backup.exists', { file });
}

async function writeBackup({ database, evidence }: LocalStore, file: string, force: boolean): Promise<Made> {
  const client = await database.connect();
  const beside = `${file}.${process.pid}.tmp`;
  try {
    const { files, head, end } = await makeBackup(client, evidence, packageVersion());
    // Level 1: the ledger's text shrinks to a quarter, and evidence is mostly compressed already.
    const out = createWriteStream(beside, { mode: 0o600 });
    await pipeline(Readable.from(tarOf(files), { objectMode: false }), createGzip({ level: 1 }), out);
    await flush(beside);
    // Asked again: the backup of another process may have come first, and a rename would put this one over it.
    if (!force) await requireNew(file);
    await rename(beside, file);
    await flush(path.dirname(path.resolve(file)));
    return { head, end };
  } catch (error) {
    await rm(beside, { force: true });
    const { syscall } = error as { syscall?: unknown };
    if (typeof syscall === 'string') throw new HindcastError('output.unwritable', { file, reason: reasonOf(error) });
    throw error;
  } finally {
    await client.end();
  }
}

function tell({ head, end }: Made, file: string, bytes: number, args: Arguments, io: Io): void {
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  const { objects, missing } = end.evidence;
  const facts = { file, at: head.at, ledgerSeq: head.ledgerSeq, bytes, rows, evidence: end.evidence };
  if (args.flag('json')) io.out(`${JSON.stringify(facts, null, 2)}\n`);
  else
    io.out(
      `${io.style('good', 'wrote')}  ${file}\n  as of ${head.at}: ${counted(rows, 'row')} of ${counted(head.tables.length, 'table')}, ${counted(objects, 'piece of evidence', 'pieces of evidence')}, ${counted(bytes, 'byte')}\n`,
    );
  for (const sha256 of missing)
    io.err(`${io.errStyle('error', 'missing')}  evidence ${sha256} could not be read and is not in the backup\n`);
}

/** Writes everything into one file; exit 1 when evidence was missing. */
export const run: Run = async (args, io) => {
  const [file = ''] = args.files;
  if (!args.flag('force')) await requireNew(file);
  const made = await withStore((store) => writeBackup(store, file, args.flag('force')));
  tell(made, file, (await stat(file)).size, args, io);
  return made.end.evidence.missing.length === 0 ? exitCodes.clean : exitCodes.findings;
};
