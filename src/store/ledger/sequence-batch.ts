import type { ClientBase } from 'pg';
import { appendEntries } from '../../ledger/tiles/append.ts';
import type { Statement } from '../database.ts';
import { named } from '../statement-name.ts';
import { feedChannel } from './channel.ts';
import { ensureSigningKey, signedNote } from './signing-key.ts';
import { keepTiles, storedTiles } from './stored-tiles.ts';

/** Entries numbered at once: enough to outrun any writers, few enough that a batch takes milliseconds. */
export const mostInBatch = 5000;

type Waiting = { id: string; hash: Uint8Array };

const waitingEntries = {
  name: 'ledger-waiting',
  text: 'select id, hash from entry where seq is null order by id limit $1',
  values: [mostInBatch],
};

/**
 * Gives the next numbers to entries without one, in the order of their ids: what one saw of another has the later id. Adds
 * them to the tree, signs a checkpoint and sends one notice, all in one transaction. Answers how many there were.
 * Only the holder of the sequencer's lock may call it, on the connection that holds it.
 */
export async function sequenceBatch(client: ClientBase): Promise<number> {
  const { rows: waiting } = await client.query<Waiting>(waitingEntries);
  if (waiting.length === 0) return 0;
  await client.query('begin');
  try {
    await numberEntries(client, waiting);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
  return waiting.length;
}

async function numberEntries(client: ClientBase, waiting: Waiting[]): Promise<void> {
  const { rows } = await client.query<{ size: string }>('select size from checkpoint order by size desc limit 1');
  const before = Number(rows[0]?.size ?? 0);
  const { rowCount } = await client.query({
    name: 'ledger-number',
    text: `update entry set seq = $1 + given.place - 1 from unnest($2::bigint[]) with ordinality as given (id, place)
      where entry.id = given.id and entry.seq is null`,
    values: [before, waiting.map(({ id }) => id)],
  });
  if (rowCount !== waiting.length) throw new Error(`${waiting.length} entries to number, and ${rowCount} were there`);
  const hashes = Buffer.concat(waiting.map(({ hash }) => hash));
  const run = ({ text, values }: Statement) => client.query({ ...named(text), text, values: [...values] });
  const { root, size, tiles } = await appendEntries(before, hashes, storedTiles(run));
  await run(keepTiles(tiles));
  const note = signedNote(await ensureSigningKey(client), { size, root });
  await client.query({
    name: 'ledger-checkpoint',
    text: 'insert into checkpoint (size, root, note, at) values ($1, $2, $3, now())',
    values: [size, root, note],
  });
  await client.query('select pg_notify($1, $2)', [feedChannel, String(size - 1)]);
}
