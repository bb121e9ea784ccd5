import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';
import { openSession, type Proven } from './open.ts';

/** What an identity provider says of somebody; `email` only when the provider has verified it. */
export type Identity = { issuer: string; subject: string; email?: string; name?: string };

const refused = (reason: string, advice: string) => new HindcastError('sign-in.refused', { reason, advice });

const insertIdentity = ({ issuer, subject }: Identity, personId: string, now: string) => ({
  statement: sql`insert into identity (issuer, subject, person_id, created_at)
    values (${issuer}, ${subject}, ${personId}::uuid, ${now}::timestamptz) on conflict do nothing`,
});

/** Somebody of an allowed domain joins as a viewer, with the identity, in one ledger entry. */
async function join(database: Database, identity: Identity & { email: string }, now: string): Promise<string> {
  const id = randomUUID();
  const { email, name = email.split('@')[0] ?? email, issuer } = identity;
  const person = sql`insert into person (id, email, name, role, created_at) values (${id}::uuid, ${email}, ${name.slice(0, 200)}, 'viewer', ${now}::timestamptz)`;
  await commit(database, [{ statement: person }, insertIdentity(identity, id, now)], {
    at: now,
    actor: `person:${id}`,
    operation: 'people.join',
    subject: `person/${id}`,
    payload: { email, name, issuer, role: 'viewer' },
    result: null,
    salt: randomBytes(16),
  });
  return id;
}

/** The person with that address, unless another account of the same provider is theirs already: addresses are given to others. */
async function byEmail(database: Database, { email, issuer }: Identity & { email: string }) {
  const person = await database.kysely
    .selectFrom('person')
    .select('id')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const other = await database.kysely
    .selectFrom('identity')
    .select('subject')
    .where('person_id', '=', person.id)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  if (other === undefined) return person.id;
  throw refused(`${email} belongs to another account of your provider`, 'Ask an owner to change the address.');
}

/**
 * Opens a session for who a provider says it is: the person of that identity, else of that verified address, else, where the
 * address is of an allowed domain, a new viewer.
 * @throws HindcastError `sign-in.refused`
 */
export async function signInByIdentity(
  database: Database,
  { identity, domains }: { identity: Identity; domains: readonly string[] },
  browser: Pick<Proven, 'now' | 'userAgent' | 'former'>,
): Promise<string> {
  const { issuer, subject, email } = identity;
  const known = await database.kysely
    .selectFrom('identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  const open = async (personId: string, isNew: boolean) => {
    const proof = isNew ? [insertIdentity(identity, personId, browser.now)] : [];
    try {
      return await openSession(database, { ...browser, personId, via: 'oidc' }, proof);
    } catch (error) {
      const shut = error instanceof StoreError && error.code === 'store.conflict';
      throw shut ? refused('you are disabled here', 'Ask an admin to enable you again.') : error;
    }
  };
  if (known !== undefined) return open(known.person_id, false);
  if (email === undefined)
    throw refused('your provider does not vouch for your e-mail address', 'Verify it there, then sign in again.');
  const personId = await byEmail(database, { ...identity, email });
  if (personId !== undefined) return open(personId, true);
  if (!domains.includes(email.split('@').at(-1)?.toLowerCase() ?? ''))
    throw refused(`nobody here has the address ${email}`, 'Ask an admin to invite you with that address.');
  return open(await join(database, { ...identity, email }, browser.now), false);
}
