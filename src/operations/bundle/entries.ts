import { setTimeout as sleep } from 'node:timers/promises';
import { readCheckpointText } from '../../ledger/note/checkpoint.ts';
import { storedInclusionProof } from '../../ledger/tiles/proofs.ts';
import type { BundledEntry } from '../../ledger/bundle/index.ts';
import { storedTiles } from '../../store/ledger/stored-tiles.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** How long a bundle waits for the sequencer, which numbers entries some twenty times a second. */
const mostWaitMs = 5000;

/** Waits until all entries of an incident are in the tree. @throws HindcastError `ledger.behind` */
async function untilSequenced({ database }: StoredContext, incidentId: string): Promise<void> {
  for (let waited = 0; waited < mostWaitMs; waited += 50) {
    const { rows } = await database.query({
      text: 'select 1 from entry where seq is null and incident_id = $1 limit 1',
      values: [incidentId],
    });
    if (rows.length === 0) return;
    await sleep(50);
  }
  throw new HindcastError('ledger.behind');
}

/** What people say about a record is not part of what a bundle proves: of such entries it holds the hash alone. */
const talk = /^comment\.(?!apply$|reopen$)/;

/** All entries of an incident with their proofs in the newest checkpoint. @throws HindcastError `ledger.behind` */
export async function bundledEntries(
  context: StoredContext,
  incidentId: string,
): Promise<{ entries: BundledEntry[]; checkpoint: string }> {
  await untilSequenced(context, incidentId);
  const { database } = context;
  const latest = await database.kysely
    .selectFrom('checkpoint')
    .select('note')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined) throw new HindcastError('ledger.behind');
  const { size } = readCheckpointText(latest.note.slice(0, latest.note.lastIndexOf('\n\n') + 1));
  const rows = await database.kysely
    .selectFrom('entry')
    .select(['seq', 'operation', 'hash', 'salt', 'payload'])
    .where('incident_id', '=', incidentId)
    .where('seq', '<', String(size))
    .orderBy('seq')
    .execute();
  const readTiles = storedTiles((statement) => database.query(statement));
  const entries: BundledEntry[] = [];
  for (const { seq, operation, hash, salt, payload } of rows) {
    const proof = await storedInclusionProof(Number(seq), size, readTiles);
    const known = salt === null || payload === null || talk.test(operation) ? {} : { salt: hex(salt), payload };
    entries.push({ seq: Number(seq), hash: hex(hash), proof: proof.map(hex), ...known });
  }
  return { entries, checkpoint: latest.note };
}
