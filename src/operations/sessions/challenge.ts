import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { challengeMinutes, minutesAfter } from './lifetimes.ts';

/** What has to come back, once: the id is the challenge itself or its name, `value` what was remembered with it. */
export type Challenge = { id: string; purpose: string; personId?: string; value?: unknown };

/** Remembers a challenge for ten minutes, and forgets what is over: anybody may ask for one, so they must not pile up. */
export async function keepChallenge(database: Database, challenge: Challenge, now: string): Promise<void> {
  const { id, purpose, personId, value } = challenge;
  await sql`with old as (delete from challenge where expires_at < ${now}::timestamptz)
    insert into challenge (id, purpose, person_id, value, expires_at)
    values (${id}, ${purpose}, ${personId ?? null}::uuid, ${JSON.stringify(value ?? null)}::jsonb, ${minutesAfter(now, challengeMinutes)}::timestamptz)
    on conflict (id) do nothing`.execute(database.kysely);
}

/** Takes a challenge back, once: undefined when it is unknown, of another purpose or person, used, or too old. */
export async function takeChallenge(
  database: Database,
  { id, purpose, personId }: Challenge,
  now: string,
): Promise<{ value: unknown } | undefined> {
  const row = await database.kysely
    .updateTable('challenge')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where(sql<boolean>`person_id is not distinct from ${personId ?? null}::uuid`)
    .where('used_at', 'is', null)
    .where(sql<boolean>`expires_at > ${now}::timestamptz`)
    .returning('value')
    .executeTakeFirst();
  return row;
}
