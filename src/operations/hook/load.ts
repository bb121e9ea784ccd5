import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { sourceNamed } from './source-of.ts';

/** A hook as it is shown: never its address, nor the secret of its sender. */
export const Hook = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  /** The service that all its signals are of; without one each payload says it. */
  service: z.string().nullable(),
  /** Whether the secret that the sender signs with is set. */
  hasSecret: z.boolean(),
  /** What the sender calls that secret; null when its address is all that protects it. */
  secretName: z.string().nullable(),
  /** True when nothing is taken as long as there is no secret. */
  needsSecret: z.boolean(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Until when the address before the last rotation goes on. */
  earlierUntil: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** Deliveries that were read or could not be, that came again, that were refused, that wait to be read. */
  counts: z.object({
    read: z.number().int(),
    unread: z.number().int(),
    repeated: z.number().int(),
    refused: z.number().int(),
    waiting: z.number().int(),
  }),
});
export type Hook = z.infer<typeof Hook>;

const waitingOf = sql<string>`(select count(*) from delivery_waiting w join delivery d on d.id = w.delivery_id where d.hook_id = hook.id)`;

const query = ({ kysely }: Database) =>
  kysely
    .selectFrom('hook')
    .leftJoin('hook_tally as tally', 'tally.hook_id', 'hook.id')
    .selectAll('hook')
    .select(['tally.received', 'tally.unread', 'tally.repeated', 'tally.refused', 'tally.last_at'])
    .select(waitingOf.as('waiting'));

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>;

function hookOf(row: Row, { config }: StoredContext): Hook {
  const secret = sourceNamed(row.source, config)?.webhook?.secret;
  const [received, unread] = [Number(row.received ?? 0), Number(row.unread ?? 0)];
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    service: row.service,
    hasSecret: row.secret !== null,
    secretName: secret?.name ?? null,
    needsSecret: secret?.isRequired === true,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    earlierUntil: row.earlier_until?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastAt: row.last_at?.toISOString() ?? null,
    counts: {
      read: received - unread,
      unread,
      repeated: Number(row.repeated ?? 0),
      refused: Number(row.refused ?? 0),
      waiting: Number(row.waiting),
    },
  };
}

/** All hooks, those that were revoked last. */
export async function loadHooks(context: StoredContext): Promise<Hook[]> {
  const rows = await query(context.database)
    .orderBy(sql`hook.revoked_at is not null`)
    .orderBy('hook.name')
    .orderBy('hook.id')
    .execute();
  return rows.map((row) => hookOf(row, context));
}

/** One hook by its id. @throws HindcastError `hook.not-found` */
export async function loadHook(context: StoredContext, id: string): Promise<Hook> {
  const row = z.guid().safeParse(id).success
    ? await query(context.database).where('hook.id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new HindcastError('hook.not-found');
  return hookOf(row, context);
}

/** One hook that takes deliveries. @throws HindcastError `hook.not-found` for a revoked one, too */
export async function loadLiveHook(context: StoredContext, id: string): Promise<Hook> {
  const hook = await loadHook(context, id);
  if (hook.revokedAt !== null) throw new HindcastError('hook.not-found');
  return hook;
}
