import type { Database } from '../../store/database.ts';
import { HindcastError } from '../errors.ts';

/** Attempts in a row that cost nothing. */
const free = 5;
/** The longest wait: nobody is shut out for ever by somebody else's failures. */
const mostSeconds = 15 * 60;
/** Hours after which attempts are forgotten. */
const forgetHours = 6;

/** Seconds from the last attempt until the next one is looked at: 1, 2, 4, 8 ... */
export const delaySeconds = (failures: number): number =>
  failures < free ? 0 : Math.min(2 ** (failures - free), mostSeconds);

/** What `delaySeconds` says, of the row in the table. */
const delay = `case when attempt.failures < ${free} then 0 else least(power(2, least(attempt.failures, 60) - ${free}), ${mostSeconds}) end`;
const forgotten = `attempt.last_at < $2::timestamptz - interval '${forgetHours} hours'`;

/**
 * Counts an attempt on each subject (`address:…`, `account:…`) as failed, in one statement, so that a hundred at once count
 * as a hundred, in any number of processes; `forgetAttempts` takes that back. One that comes too early is refused and does
 * not count: waiting always helps.
 * @throws HindcastError `sign-in.throttled` with the seconds to wait
 */
export async function countAttempt(database: Database, subjects: string[], now: string): Promise<void> {
  const { count } = await database.query({
    text: `with old as (delete from attempt where ${forgotten} and subject <> all($1::text[]))
      insert into attempt (subject, failures, last_at) select subject, 1, $2 from unnest($1::text[]) subject order by subject
      on conflict (subject) do update set last_at = $2, failures = case when ${forgotten} then 1 else attempt.failures + 1 end
      where ${forgotten} or attempt.last_at + make_interval(secs => ${delay}) <= $2::timestamptz`,
    values: [subjects, now],
  });
  if (count < subjects.length) throw await throttled(database, subjects, now);
}

async function throttled(database: Database, subjects: string[], now: string): Promise<HindcastError> {
  const { rows } = await database.query<{ failures: number; last_at: Date }>({
    text: 'select failures, last_at from attempt where subject = any($1::text[])',
    values: [subjects],
  });
  const waits = rows.map(
    ({ failures, last_at: at }) => delaySeconds(failures) - (Date.parse(now) - at.getTime()) / 1000,
  );
  const seconds = Math.ceil(Math.max(1, ...waits));
  const data = { retryAfterSeconds: seconds };
  return new HindcastError('sign-in.throttled', { seconds: String(seconds) }, { data });
}

/** Forgets the attempts on subjects that have just proved themselves. */
export async function forgetAttempts(database: Database, subjects: string[]): Promise<void> {
  await database.query({ text: 'delete from attempt where subject = any($1::text[])', values: [subjects] });
}
