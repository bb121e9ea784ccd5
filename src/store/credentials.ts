import type { Database } from './database.ts';
import type { PersonRole, Via } from './tables.ts';

/** A valid token, and what its maker may do today. */
export type ValidToken = {
  id: string;
  name: string;
  role: PersonRole;
  maker: PersonRole;
  scopes: string[];
  personId: string;
  lastUsedAt: Date | null;
};

/** A valid session and whose it is. */
export type ValidSession = { id: string; name: string; role: PersonRole; via: Via; lastSeenAt: Date };

/** The token of this hash, unless it is revoked or expired or its maker is shut out. */
export async function findToken(database: Database, hash: Uint8Array, now: string): Promise<ValidToken | undefined> {
  const { rows } = await database.query<ValidToken>({
    text: `select token.id, token.name, token.role, person.role as maker, token.scopes, token.person_id as "personId",
        token.last_used_at as "lastUsedAt"
      from token join person on person.id = token.person_id
      where token.hash = $1 and token.revoked_at is null and token.expires_at > $2 and person.disabled_at is null`,
    values: [hash, now],
  });
  return rows[0];
}

/** The session of this hash, unless it is revoked, expired or was idle for so many days, or its person is shut out. */
export async function findSession(
  database: Database,
  hash: Uint8Array,
  now: string,
  idleDays: number,
): Promise<ValidSession | undefined> {
  const { rows } = await database.query<ValidSession>({
    text: `select person.id, person.name, person.role, session.via, session.last_seen_at as "lastSeenAt"
      from session join person on person.id = session.person_id
      where session.hash = $1 and session.revoked_at is null and person.disabled_at is null
        and session.expires_at > $2 and session.last_seen_at > $2::timestamptz - make_interval(days => $3)`,
    values: [hash, now, idleDays],
  });
  return rows[0];
}

/** Notes when a token was used last. */
export const noteTokenUse = (database: Database, id: string, now: string) =>
  database.query({ text: 'update token set last_used_at = $2 where id = $1', values: [id, now] });

/** Notes when a session was seen last. */
export const noteSessionUse = (database: Database, hash: Uint8Array, now: string) =>
  database.query({ text: 'update session set last_seen_at = $2 where hash = $1', values: [hash, now] });
