import type { Ending } from '../../outbound/ending.ts';
import type { Database } from '../../store/database.ts';
import type { OutgoingState } from '../../store/notice-tables.ts';
import type { Claimed } from './claim.ts';

/** What becomes of something after an attempt. */
export type Finish = { state: OutgoingState; problem: string | null; sentAs: string | null; nextAt: string };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** After the first failure, the second, ...; the last one repeats. */
const waits = [5000, 30_000, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 2 * hourMs, 4 * hourMs, 8 * hourMs];
const giveUpMs = 72 * hourMs;

/** How long to wait after so many attempts; `chance` from 0 to 1 spreads those who failed together. */
export const waitMs = (attempts: number, chance: number): number =>
  Math.round((waits[Math.min(attempts, waits.length) - 1] ?? 0) * (0.8 + 0.4 * chance));

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** What becomes of it. Pure. */
export function finishOf(ending: Ending, { attempts, since }: Claimed, now: string, chance: number): Finish {
  const over = { nextAt: now, sentAs: null };
  if (ending.end === 'sent') return { ...over, state: 'sent', problem: null, sentAs: ending.as ?? null };
  const { problem } = ending;
  if (ending.end === 'unknown') return { ...over, state: 'uncertain', problem };
  if (ending.end === 'refused') return { ...over, state: 'failed', problem };
  if (Date.parse(now) - since.getTime() >= giveUpMs)
    return { ...over, state: 'failed', problem: `given up after three days: ${problem}` };
  const nextAt = later(now, Math.max(waitMs(attempts, chance), ending.afterMs ?? 0));
  return { state: 'waiting', problem, sentAs: null, nextAt };
}

/** Writes it down, unless somebody decided otherwise meanwhile. */
export async function finish(
  { query }: Database,
  { id, attempts }: Claimed,
  { state, problem, sentAs, nextAt }: Finish,
  now: string,
): Promise<void> {
  await query({
    text: `update outgoing set state = $2, problem = left($3, 1000), sent_as = $4, next_at = $5::timestamptz, sending_at = null,
        done_at = case when $2 = 'waiting' then null else $6::timestamptz end
      where id = $1::uuid and attempts = $7 and state in ('sending', 'uncertain')`,
    values: [id, state, problem, sentAs, nextAt, now, attempts],
  });
}
