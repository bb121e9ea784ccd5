import { sql } from 'kysely';
import { commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { hexOf, secretHash } from '../access/secret.ts';

/** Ends the session of a cookie, with its ledger entry; does nothing for one that is over. */
export async function endSession(
  database: Database,
  secret: string,
  { now: at, salt }: { now: string; salt: Uint8Array },
): Promise<void> {
  const hash = secretHash(secret);
  const session = await database.kysely
    .selectFrom('session')
    .select('person_id')
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (session === undefined) return;
  const statement = sql`update session set revoked_at = coalesce(revoked_at, ${at}::timestamptz) where hash = ${hash}::bytea`;
  await commit(database, [{ statement }], {
    at,
    actor: `person:${session.person_id}`,
    operation: 'session.end',
    subject: `session/${hexOf(hash).slice(0, 16)}`,
    payload: {},
    result: null,
    salt,
  });
}
