import type { Database } from '../database.ts';

/** An entry with all that is kept beside its payload. */
export type LogRow = {
  seq: number;
  hash: Uint8Array;
  salt: Uint8Array | null;
  payload: string | null;
  at: Date;
  actor: string;
  operation: string;
  incident_id: string | null;
  subject: string;
};

const rowsInPage = 1000;

/** Reads the first `size` entries of the ledger in pages, in the order of their numbers. */
export async function* logPages(database: Database, size: number): AsyncGenerator<LogRow[]> {
  for (let after = -1; after < size - 1;) {
    const { rows } = await database.query<Omit<LogRow, 'seq'> & { seq: string }>({
      text: `select seq, hash, salt, payload, at, actor, operation, incident_id, subject from entry
        where seq > $1 and seq < $2 order by seq limit ${rowsInPage}`,
      values: [after, size],
    });
    const page = rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.seq;
  }
}
