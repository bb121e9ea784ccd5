import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Change, commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { newSecret } from '../access/secret.ts';
import { insertLink, linkAddress } from './link.ts';

/** Address of the first owner until they set their own: mail to it goes nowhere. */
const placeholder = 'owner@localhost';

/** The owner who has never signed in; undefined once any owner has. */
async function awaitedOwner(database: Database): Promise<{ id: string | undefined } | undefined> {
  const owners = await database.kysely.selectFrom('person').select('id').where('role', '=', 'owner').execute();
  if (owners.length === 0) return { id: undefined };
  const session = await database.kysely
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select('session.via')
    .where('person.role', '=', 'owner')
    .executeTakeFirst();
  return session === undefined ? { id: owners[0]?.id } : undefined;
}

const insertOwner = (id: string, now: string): Change => ({
  statement: sql`insert into person (id, email, name, role, created_at) values (${id}::uuid, ${placeholder}, 'Owner', 'owner', ${now}::timestamptz)`,
});

/**
 * The one-time link by which the first owner comes in. Every start makes a new one, and ends the one before, until an owner
 * has signed in; then undefined. It works for 24 hours.
 */
export async function makeOwnerLink(database: Database, origin: string, now: string): Promise<string | undefined> {
  const awaited = await awaitedOwner(database);
  if (awaited === undefined) return undefined;
  const personId = awaited.id ?? randomUUID();
  const secret = newSecret();
  const endEarlier: Change = {
    rows: 'any',
    statement: sql`update login_link set used_at = ${now}::timestamptz where purpose = 'owner-link' and used_at is null`,
  };
  await commit(
    database,
    [
      ...(awaited.id === undefined ? [insertOwner(personId, now)] : []),
      endEarlier,
      insertLink({ secret, personId, purpose: 'owner-link', now }),
    ],
    {
      at: now,
      actor: 'system',
      operation: 'link.make',
      subject: `person/${personId}`,
      payload: { purpose: 'owner-link' },
      result: null,
      salt: randomBytes(16),
    },
  );
  return linkAddress(origin, secret);
}
