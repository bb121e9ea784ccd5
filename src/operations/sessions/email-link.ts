import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { newSecret } from '../access/secret.ts';
import { insertLink, linkAddress } from './link.ts';

/** Weeks that links stay in the table after they stopped working. */
const keptWeeks = 1;

/**
 * A link to send to an address, or undefined when nobody who may sign in has it. Anybody can ask for one, so the ledger
 * says only that it was used.
 */
export async function makeEmailLink(
  database: Database,
  email: string,
  { origin, now }: { origin: string; now: string },
): Promise<string | undefined> {
  const person = await database.kysely
    .selectFrom('person')
    .select('id')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const secret = newSecret();
  const { statement } = insertLink({ secret, personId: person.id, purpose: 'email-link', now });
  const old = sql`delete from login_link where expires_at < ${now}::timestamptz - make_interval(weeks => ${keptWeeks})`;
  await sql`with old as (${old}) ${statement}`.execute(database.kysely);
  return linkAddress(origin, secret);
}
