import type { Database } from '../database.ts';

/** Sends notices to those who listen on a channel, in one statement. What fails is not sent again. */
export async function notify({ query }: Database, channel: string, notices: readonly string[]): Promise<void> {
  const text = 'select pg_notify($1, notice) from unnest($2::text[]) as given (notice)';
  await query({ text, values: [channel, notices], once: true });
}
