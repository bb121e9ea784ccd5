import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { StoreError } from '../../store/store-error.ts';
import { secretHash } from '../access/secret.ts';
import { HindcastError } from '../errors.ts';
import { openSession, type Proven } from './open.ts';

/** What a used link gave. */
export type Entered = { secret: string; personId: string; email: string };

/**
 * Uses a one-time link up and opens the session, in one statement: of two who press at once, one comes in.
 * @throws HindcastError `sign-in.link` for a link that is unknown, used, too old or of somebody disabled: all look the same
 */
export async function useLink(
  database: Database,
  link: string,
  browser: Pick<Proven, 'now' | 'userAgent' | 'former'>,
): Promise<Entered> {
  const hash = secretHash(link);
  const found = await database.kysely
    .selectFrom('login_link')
    .innerJoin('person', 'person.id', 'login_link.person_id')
    .select(['login_link.person_id', 'login_link.purpose', 'person.email'])
    .where('login_link.hash', '=', hash)
    .executeTakeFirst();
  if (found === undefined) throw new HindcastError('sign-in.link');
  const { person_id: personId, purpose: via, email } = found;
  const used = sql`update login_link set used_at = ${browser.now}::timestamptz
    where hash = ${hash}::bytea and used_at is null and expires_at > ${browser.now}::timestamptz`;
  try {
    return {
      secret: await openSession(database, { ...browser, personId, via }, [{ statement: used }]),
      personId,
      email,
    };
  } catch (error) {
    throw error instanceof StoreError && error.code === 'store.conflict' ? new HindcastError('sign-in.link') : error;
  }
}
