import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Change, commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';

/** What an identity provider says of somebody; `email` only when the provider has verified it. */
export type Identity = { issuer: string; subject: string; email?: string; name?: string };
type WithEmail = Identity & { email: string };

/** Refuses somebody who has proved who they are. */
export const refused = (reason: string, advice: string) => new HindcastError('sign-in.refused', { reason, advice });

/** Somebody who is made for an identity. */
type Joins = { name: string; role: 'viewer'; change: Change };

/** Keeps an identity with a ledger entry: by itself, or with the person who is made for it. */
async function keep(
  database: Database,
  { identity, personId, now, joins }: { identity: WithEmail; personId: string; now: string; joins?: Joins },
): Promise<string> {
  const { issuer, subject, email } = identity;
  const bound: Change = {
    statement: sql`insert into identity (issuer, subject, person_id, created_at)
      values (${issuer}, ${subject}, ${personId}::uuid, ${now}::timestamptz) on conflict do nothing`,
  };
  await commit(database, [...(joins === undefined ? [] : [joins.change]), bound], {
    at: now,
    actor: `person:${personId}`,
    operation: joins === undefined ? 'people.link' : 'people.join',
    subject: `person/${personId}`,
    payload: {
      issuer,
      account: subject,
      email,
      ...(joins === undefined ? {} : { name: joins.name, role: joins.role }),
    },
    result: null,
    salt: randomBytes(16),
  });
  return personId;
}

/** Somebody of an allowed domain becomes a viewer. */
function join(database: Database, identity: WithEmail, now: string): Promise<string> {
  const personId = randomUUID();
  const { email } = identity;
  const name = (identity.name ?? email.split('@')[0] ?? email).slice(0, 200);
  const role = 'viewer';
  const statement = sql`insert into person (id, email, name, role, created_at)
    values (${personId}::uuid, ${email}, ${name}, ${role}, ${now}::timestamptz) on conflict do nothing`;
  return keep(database, { identity, personId, now, joins: { name, role, change: { statement } } });
}

/** The person with that address, unless another account of the same provider is theirs already: addresses are given to others. */
async function byEmail(database: Database, { email, issuer, subject }: WithEmail): Promise<string | undefined> {
  const person = await database.kysely
    .selectFrom('person')
    .leftJoin('identity', (on) => on.onRef('identity.person_id', '=', 'person.id').on('identity.issuer', '=', issuer))
    .select(['person.id', 'person.disabled_at', 'identity.subject'])
    .where(sql<string>`lower(person.email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  if (person === undefined) return undefined;
  if (person.disabled_at !== null) throw refused('you are disabled here', 'Ask an admin to enable you again.');
  if (person.subject === null) return person.id;
  if (person.subject === subject) throw new StoreError('store.conflict', 'the identity came in elsewhere meanwhile');
  throw refused(`${email} belongs to another account of your provider`, 'Ask an owner to change the address.');
}

/**
 * The person of an identity, else of its verified address, else, where the address is of an allowed domain, a new viewer.
 * @throws HindcastError `sign-in.refused`
 * @throws StoreError `store.conflict` when the same identity came in elsewhere meanwhile: ask again
 */
export async function personOfIdentity(
  database: Database,
  identity: Identity,
  { domains, now }: { domains: readonly string[]; now: string },
): Promise<string> {
  const { issuer, subject, email } = identity;
  const known = await database.kysely
    .selectFrom('identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known !== undefined) return known.person_id;
  if (email === undefined)
    throw refused('your provider does not vouch for your e-mail address', 'Verify it there, then sign in again.');
  const personId = await byEmail(database, { ...identity, email });
  if (personId !== undefined) return keep(database, { identity: { ...identity, email }, personId, now });
  if (!domains.includes(email.split('@').at(-1)?.toLowerCase() ?? ''))
    throw refused(`nobody here has the address ${email}`, 'Ask an admin to invite you with that address.');
  return join(database, { ...identity, email }, now);
}
