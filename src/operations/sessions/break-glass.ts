import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { newSecret } from '../access/secret.ts';
import { HindcastError } from '../errors.ts';
import { insertLink, linkAddress } from './link.ts';

/**
 * A one-time link for somebody, made on the machine itself: it needs no identity provider and no mail, and is never throttled.
 * The ledger says that it was made, and its use. It works for 15 minutes.
 * @throws HindcastError `people.not-found` when nobody has that address, or they are disabled
 */
export async function makeBreakGlassLink(
  database: Database,
  email: string,
  { origin, now }: { origin: string; now: string },
): Promise<string> {
  const person = await database.kysely
    .selectFrom('person')
    .select('id')
    .where(sql<string>`lower(email)`, '=', email.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (person === undefined) throw new HindcastError('people.not-found', { id: email });
  const secret = newSecret();
  await commit(database, [insertLink({ secret, personId: person.id, purpose: 'break-glass', now })], {
    at: now,
    actor: 'system',
    operation: 'link.make',
    subject: `person/${person.id}`,
    payload: { purpose: 'break-glass' },
    result: null,
    salt: randomBytes(16),
  });
  return linkAddress(origin, secret);
}
