import type { StoredContext } from '../../stored-operation.ts';

/** How far the ledger is, where there are trackers: as long as it stays there, no action has changed. Undefined without any. */
export async function hasTrackers({ database }: StoredContext): Promise<string | undefined> {
  const text = `select (select max(seq) from entry)::text as ledger where exists (select from tracker where removed_at is null)`;
  const { rows } = await database.query<{ ledger: string | null }>({ text, values: [] });
  return rows[0] && (rows[0].ledger ?? '');
}
