import { HindcastError } from '../operations/errors.ts';
import type { Actor } from '../operations/access/actor.ts';
import { lowerRole } from '../operations/access/ranks.ts';
import { hexOf, secretHash } from '../operations/access/secret.ts';
import { idleDays } from '../operations/sessions/lifetimes.ts';
import { findSession, findToken, noteSessionUse, noteTokenUse } from '../store/credentials.ts';
import type { Database } from '../store/database.ts';

/** Name of the session cookie; the prefix makes browsers refuse it without TLS, where the origin has it. */
export const sessionCookie = (origin: string): string => (origin.startsWith('https:') ? '__Host-hindcast' : 'hindcast');

/** What a request brings along to say who it is. */
export type Credentials = { bearer?: string | undefined; session?: string | undefined };

/** How often a use is written down: a write for every request would make all of them wait for one row. */
const noteUseMs = 60_000;

const isStale = (usedAt: Date | null, now: string): boolean =>
  usedAt === null || Date.parse(now) - usedAt.getTime() > noteUseMs;

async function byToken(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const token = await findToken(database, secretHash(secret), now);
  if (token === undefined) return undefined;
  const { id, name, role, maker, scopes, personId, lastUsedAt } = token;
  if (isStale(lastUsedAt, now)) await noteTokenUse(database, id, now);
  return { kind: 'token', id, name, role: lowerRole(role, maker), scopes, personId };
}

async function bySession(database: Database, secret: string, now: string): Promise<Actor | undefined> {
  const hash = secretHash(secret);
  const session = await findSession(database, hash, now, idleDays);
  if (session === undefined) return undefined;
  const { id, name, role, via, lastSeenAt } = session;
  if (isStale(lastSeenAt, now)) await noteSessionUse(database, hash, now);
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
