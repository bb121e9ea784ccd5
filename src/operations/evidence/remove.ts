import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { fromStore } from './store-problem.ts';

const Input = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in 64 lower-case hexadecimal digits'),
});
type Input = z.infer<typeof Input>;

const Removed = z.object({ sha256: z.string(), removedAt: z.string() });
type Removed = z.infer<typeof Removed>;

/** An original that may be removed: `seen` is its row's version, which every attachment changes. */
type Free = { removedAt: Date | null; seen: string };

/** Says why an original must stay. @throws HindcastError `evidence.not-found`, `evidence.held`, `evidence.retained` */
async function requireFree({ database, now }: StoredContext, sha256: string): Promise<Free> {
  const { rows } = await database.query<Free & { holders: string; until: Date | null; name: string }>({
    text: `select e.removed_at as "removedAt", e.xmin::text as seen, count(a.id) filter (where a.detached_at is null) as holders,
      max(a.retain_until) as until, coalesce(max(a.name), '') as name
      from evidence e left join incident_evidence a on a.sha256 = e.sha256 where e.sha256 = $1 group by e.sha256`,
    values: [sha256],
  });
  const row = rows[0];
  if (row === undefined) throw new HindcastError('evidence.not-found', { id: sha256 });
  if (row.holders !== '0') throw new HindcastError('evidence.held', { object: sha256, count: row.holders });
  if (row.until !== null && row.until.toISOString() > now)
    throw new HindcastError('evidence.retained', { name: row.name, until: row.until.toISOString() });
  return row;
}

/**
 * Removes the object itself. The row is locked meanwhile, so that somebody who attaches the same bytes waits and then sees that
 * they are gone; the one place where a store is called within a transaction, which holds nothing but this row.
 */
async function removeObject({ database, evidence }: StoredContext, sha256: string): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ removed_at: Date | null }>(
      'select removed_at from evidence where sha256 = $1 for update',
      [sha256],
    );
    if (rows[0] !== undefined && rows[0].removed_at !== null) await fromStore(evidence.remove(sha256));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

export const removeEvidence: StoredOperation<Input, Removed> = {
  name: 'evidence.remove',
  sentence:
    'Remove an original that no incident has and nothing retains; what was known of it stays, and the ledger says who did it.',
  permission: 'evidence.retain',
  effect: 'destructive',
  input: Input,
  output: Removed,
  route: { method: 'DELETE', path: '/evidence/{sha256}' },
  run: async (context, { sha256 }) => {
    const removed = await retried(async () => {
      const { removedAt, seen } = await requireFree(context, sha256);
      // A removal that was cut off before the object was gone is finished by the next.
      if (removedAt !== null) return { sha256, removedAt: removedAt.toISOString() };
      return save(context, {
        operation: 'evidence.remove',
        subject: `evidence/${sha256}`,
        payload: { sha256 },
        changes: [
          {
            statement: sql`update evidence set removed_at = ${context.now}::timestamptz
              where sha256 = ${sha256} and removed_at is null and xmin = ${seen}::xid`,
          },
        ],
        result: { sha256, removedAt: context.now },
      });
    });
    await removeObject(context, sha256);
    return removed;
  },
};
