import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { HindcastError } from '../errors.ts';
import { isSigned } from './blind-sign.ts';
import { ballotText, pollAnswers, pollQuestions } from './questions.ts';

/** A ballot that comes back, from nobody in particular. */
export const Ballot = z.strictObject({
  /** The random number of the ballot, 64 hexadecimal digits. */
  random: z.string().regex(/^[0-9a-f]{64}$/),
  /** The unblinded signature in base64url. */
  signature: z.base64url().max(1000),
  answers: z.record(z.enum(pollQuestions), z.enum(pollAnswers)),
});
export type Ballot = z.infer<typeof Ballot>;

// Answers are added to their sums at once. No row is of one ballot: a spent one says only that it was used.
const statement = `with open as (select id from poll where id = $1 and closed_at is null),
  spent as (insert into poll_spent (poll_id, ballot) select id, $2 from open on conflict do nothing returning 1),
  summed as (
    insert into poll_sum (poll_id, question, answer, count)
    select $1::uuid, question, answer, 1 from json_each_text($3::json) as given (question, answer) where exists (select 1 from spent)
    on conflict (poll_id, question, answer) do update set count = poll_sum.count + 1
  )
  select exists (select 1 from open) as open, exists (select 1 from spent) as counted`;

/**
 * Counts a ballot. Nobody is signed in here, and nothing is entered in the ledger.
 * @throws HindcastError `poll.none`, `poll.closed`, `poll.ballot`
 */
export async function answerPoll(database: Database, pollId: string, ballot: Ballot): Promise<void> {
  const { rows: polls } = await database.query<{ key: string }>({
    text: 'select public_key as key from poll where id = $1',
    values: [pollId],
  });
  const [poll] = polls;
  if (poll === undefined) throw new HindcastError('poll.none');
  const text = ballotText(pollId, ballot.random);
  if (!isSigned(poll.key, text, Buffer.from(ballot.signature, 'base64url')))
    throw new HindcastError('poll.ballot', { reason: 'this server did not sign it for these checks' });
  const values = [pollId, createHash('sha256').update(text).digest(), JSON.stringify(ballot.answers)];
  const { rows } = await database.query<{ open: boolean; counted: boolean }>({ text: statement, values });
  if (rows[0]?.open !== true) throw new HindcastError('poll.closed');
  if (!rows[0].counted) throw new HindcastError('poll.ballot', { reason: 'it was used before' });
}
