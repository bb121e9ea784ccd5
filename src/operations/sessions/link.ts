import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { secretHash } from '../access/secret.ts';
import { linkMinutes, minutesAfter } from './lifetimes.ts';

/** What a one-time link is for; the session that it opens says so. */
export type LinkPurpose = keyof typeof linkMinutes;

/** A link to be kept; its secret is kept as a hash. */
export type NewLink = { secret: string; personId: string; purpose: LinkPurpose; now: string };

/** Keeps a one-time link. */
export const insertLink = ({ secret, personId, purpose, now }: NewLink): Change => ({
  statement: sql`insert into login_link (hash, person_id, purpose, created_at, expires_at)
    values (${secretHash(secret)}::bytea, ${personId}::uuid, ${purpose}, ${now}::timestamptz, ${minutesAfter(now, linkMinutes[purpose])}::timestamptz)`,
});

/** The address of a link. Opening it shows a button; only pressing that uses the link up. */
export const linkAddress = (origin: string, secret: string): string => `${origin}/sign-in/link?token=${secret}`;
