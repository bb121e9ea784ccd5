import { HindcastError } from '../operations/errors.ts';
import type { Actor } from '../operations/access/actor.ts';
import { lowerRole } from '../operations/access/ranks.ts';
import { hexOf, secretHash } from '../operations/access/secret.ts';
import { idleDays } from '../operations/sessions/lifetimes.ts';
import type { Database } from '../store/database.ts';
import type { PersonRole, Via } from '../store/tables.ts';

/** Name of the session cookie; the prefix makes browsers refuse it without TLS, where the origin has it. */
export const sessionCookie = (origin: string): string => (origin.startsWith('https:') ? '__Host-hindcast' : 'hindcast');

/** What a request brings along to say who it is. */
export type Credentials = { bearer?: string | undefined; session?: string | undefined };

/** How often a use is written down: a write for every request would make all of them wait for one row. */
const noteUseMs = 60_000;

const isStale = (usedAt: Date | null, now: string): boolean =>
  usedAt === null || Date.parse(now) - usedAt.getTime() > noteUseMs;

type TokenRow = { id: string; name: string; role: PersonRole; maker: PersonRole; scopes: string[]; person_id: string };

async function byToken(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const { rows } = await database.query<TokenRow & { last_used_at: Date | null }>({
    text: `select token.id, token.name, token.role, person.role as maker, token.scopes, token.person_id, token.last_used_at
      from token join person on person.id = token.person_id
      where token.hash = $1 and token.revoked_at is null and token.expires_at > $2 and person.disabled_at is null`,
    values: [secretHash(secret), now],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, name, role, maker, scopes, person_id: personId, last_used_at: usedAt } = row;
  if (isStale(usedAt, now))
    await database.query({ text: 'update token set last_used_at = $2 where id = $1', values: [id, now] });
  return { kind: 'token', id, name, role: lowerRole(role, maker), scopes, personId };
}

type SessionRow = { id: string; name: string; role: PersonRole; via: Via; last_seen_at: Date };

async function bySession(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const hash = secretHash(secret);
  const { rows } = await database.query<SessionRow>({
    text: `select person.id, person.name, person.role, session.via, session.last_seen_at
      from session join person on person.id = session.person_id
      where session.hash = $1 and session.revoked_at is null and person.disabled_at is null
        and session.expires_at > $2 and session.last_seen_at > $2::timestamptz - make_interval(days => $3)`,
    values: [hash, now, idleDays],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, name, role, via, last_seen_at: seenAt } = row;
  if (isStale(seenAt, now))
    await database.query({ text: 'update session set last_seen_at = $2 where hash = $1', values: [hash, now] });
  return { kind: 'person', id, name, role, via, session: hexOf(hash) };
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
