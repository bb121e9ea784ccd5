import type { Database } from '../../store/database.ts';
import { HindcastError } from '../errors.ts';

/** Failures in a row that cost nothing. */
const freeFailures = 5;
/** The longest wait: nobody is shut out for ever by somebody else's failures. */
const mostSeconds = 15 * 60;
/** Hours after which failures are forgotten. */
const forgetHours = 6;

/** Seconds from the last failure until the next attempt is looked at: 1, 2, 4, 8 ... */
export const delaySeconds = (failures: number): number =>
  failures < freeFailures ? 0 : Math.min(2 ** (failures - freeFailures), mostSeconds);

/**
 * Refuses an attempt that comes too soon after too many failures on any of the subjects (`address:…`, `account:…`). A refused
 * attempt does not count as a failure, so waiting always helps. The table is shared, so two processes throttle as one.
 * @throws HindcastError `sign-in.throttled` with the seconds to wait
 */
export async function requirePatience(database: Database, subjects: string[], now: string): Promise<void> {
  const { rows } = await database.query<{ failures: number; last_at: Date }>({
    text: `select failures, last_at from attempt
      where subject = any($1::text[]) and last_at > $2::timestamptz - make_interval(hours => $3)`,
    values: [subjects, now, forgetHours],
  });
  const waits = rows.map(
    ({ failures, last_at: at }) => delaySeconds(failures) - (Date.parse(now) - at.getTime()) / 1000,
  );
  const seconds = Math.ceil(Math.max(0, ...waits));
  if (seconds > 0)
    throw new HindcastError(
      'sign-in.throttled',
      { seconds: String(seconds) },
      { data: { retryAfterSeconds: seconds } },
    );
}

/** Counts a failure on each subject. */
export async function noteFailure(database: Database, subjects: string[], now: string): Promise<void> {
  await database.query({
    text: `with old as (delete from attempt where last_at < $2::timestamptz - make_interval(hours => $3) and subject <> all($1::text[]))
      insert into attempt (subject, failures, last_at) select subject, 1, $2 from unnest($1::text[]) subject order by subject
      on conflict (subject) do update set last_at = $2,
        failures = case when attempt.last_at < $2::timestamptz - make_interval(hours => $3) then 1 else attempt.failures + 1 end`,
    values: [subjects, now, forgetHours],
  });
}

/** Forgets the failures on subjects that have just proved themselves. */
export async function forgetFailures(database: Database, subjects: string[]): Promise<void> {
  await database.query({ text: 'delete from attempt where subject = any($1::text[])', values: [subjects] });
}
