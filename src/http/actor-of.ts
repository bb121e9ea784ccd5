import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { HindcastError } from '../operations/errors.ts';
import type { Actor } from '../operations/access/actor.ts';
import type { Database } from '../store/database.ts';

/** The hash under which a secret of a session, token or link is kept. */
export const secretHash = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();

/** Name of the session cookie; the prefix makes browsers refuse it without TLS, where the origin has it. */
export const sessionCookie = (origin: string): string => (origin.startsWith('https:') ? '__Host-hindcast' : 'hindcast');

/** What a request brings along to say who it is. */
export type Credentials = { bearer?: string | undefined; session?: string | undefined };

/** How often the last use of a token is written down: a write for every request would make all of them wait for one row. */
const noteUseMs = 60_000;

async function byToken(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const { rows } = await database.query<{
    id: string;
    name: string;
    role: Actor['role'];
    scopes: string[];
    person_id: string;
    last_used_at: Date | null;
  }>({
    text: `select token.id, token.name, token.role, token.scopes, token.person_id, token.last_used_at
      from token join person on person.id = token.person_id
      where token.hash = $1 and token.revoked_at is null and token.expires_at > $2 and person.disabled_at is null`,
    values: [secretHash(secret), now],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, name, role, scopes, person_id: personId, last_used_at: usedAt } = row;
  if (usedAt === null || Date.parse(now) - usedAt.getTime() > noteUseMs)
    await database.query({ text: 'update token set last_used_at = $2 where id = $1', values: [id, now] });
  return { kind: 'token', id, name, role, scopes, personId };
}

async function bySession(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const row = await database.kysely
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.role'])
    .where('session.hash', '=', secretHash(secret))
    .where('session.revoked_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .where(sql<boolean>`session.expires_at > ${now}::timestamptz`)
    .executeTakeFirst();
  return row && { kind: 'person', id: row.id, name: row.name, role: row.role };
}

/** Who makes a request. @throws HindcastError `access.unknown` when nothing valid came along */
export async function actorOf(database: Database, { bearer, session }: Credentials, now: string): Promise<Actor> {
  const actor =
    bearer === undefined
      ? session === undefined
        ? undefined
        : await bySession(database, session, now)
      : await byToken(database, bearer, now);
  if (actor === undefined) throw new HindcastError('access.unknown');
  return actor;
}
