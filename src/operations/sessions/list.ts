import { sql } from 'kysely';
import { z } from 'zod';
import { hexOf } from '../access/secret.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { idleDays } from './lifetimes.ts';

const Input = z.strictObject({});
const Session = z.object({
  id: z.string(),
  via: z.enum(['owner-link', 'invite', 'email-link', 'passkey', 'oidc', 'break-glass']),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  userAgent: z.string(),
  /** The session that asks. */
  current: z.boolean(),
});
const Sessions = z.object({ items: z.array(Session) });

export const listSessions: StoredOperation<z.infer<typeof Input>, z.infer<typeof Sessions>> = {
  name: 'session.list',
  sentence: 'List where you are signed in.',
  permission: 'self.change',
  effect: 'read',
  input: Input,
  output: Sessions,
  route: { method: 'GET', path: '/sessions' },
  run: async ({ actor, database, now }) => {
    const rows = await database.kysely
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', actor.id)
      .where('revoked_at', 'is', null)
      .where(sql<boolean>`expires_at > ${now}::timestamptz`)
      .where(sql<boolean>`last_seen_at > ${now}::timestamptz - make_interval(days => ${idleDays})`)
      .orderBy('created_at', 'desc')
      .execute();
    const items = rows.map((row) => ({
      id: hexOf(row.hash),
      via: row.via,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      userAgent: row.user_agent,
      current: hexOf(row.hash) === actor.session,
    }));
    return { items };
  },
};
