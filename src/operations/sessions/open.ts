import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Change, commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import type { Via } from '../../store/tables.ts';
import { hexOf, newSecret, secretHash } from '../access/secret.ts';
import { minutesAfter, sessionDays } from './lifetimes.ts';

/** Somebody who has proved who they are, and the browser they did it in. */
export type Proven = {
  personId: string;
  via: Via;
  now: string;
  userAgent: string;
  /** The session cookie that came along: whatever it opened ends, so nobody is given a session they did not ask for. */
  former?: string | undefined;
};

const insertSession = (secret: string, { personId, via, now, userAgent }: Proven): Change => ({
  statement: sql`insert into session (hash, person_id, via, created_at, expires_at, last_seen_at, user_agent)
    select ${secretHash(secret)}::bytea, id, ${via}, ${now}::timestamptz, ${minutesAfter(now, sessionDays * 24 * 60)}::timestamptz, ${now}::timestamptz, ${userAgent.slice(0, 300)}
    from person where id = ${personId}::uuid and disabled_at is null`,
});

const endSession = (secret: string, now: string): Change => ({
  rows: 'any',
  statement: sql`update session set revoked_at = ${now}::timestamptz where hash = ${secretHash(secret)}::bytea and revoked_at is null`,
});

/**
 * Opens a session, always under a new secret, and gives that secret: it goes into the cookie and is kept nowhere.
 * @param proof what else has to hold in the same statement, such as a link that is used up
 * @throws StoreError `store.conflict` when the proof fails or the person is disabled; then nothing was opened
 */
export async function openSession(database: Database, proven: Proven, proof: Change[] = []): Promise<string> {
  const secret = newSecret();
  const { personId, via, now, former } = proven;
  const changes = [...proof, insertSession(secret, proven), ...(former === undefined ? [] : [endSession(former, now)])];
  await commit(database, changes, {
    at: now,
    actor: `person:${personId}`,
    operation: 'session.open',
    subject: `session/${hexOf(secretHash(secret)).slice(0, 16)}`,
    payload: { via },
    result: null,
    salt: randomBytes(16),
  });
  return secret;
}
