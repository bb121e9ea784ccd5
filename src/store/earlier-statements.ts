import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

const everyMs = 5;

/** Statements of others, each by its connection and when it began. A copy of the database only reads, and may take long. */
const running = `select pid || ' ' || xact_start as id from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start is not null
    and (backend_xid is not null or state = 'active')`;

async function runningNow(database: Database): Promise<Set<string>> {
  const { rows } = await database.query<{ id: string }>({ text: running, values: [] });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Waits until the statements that run at this moment have ended: whatever begins later sees what was saved before. It does not
 * wait longer than `withinMs` for one that hangs.
 */
export async function earlierStatementsEnd(database: Database, withinMs = 1000): Promise<void> {
  const until = performance.now() + withinMs;
  for (let left = await runningNow(database); left.size > 0 && performance.now() < until;) {
    await sleep(everyMs);
    left = left.intersection(await runningNow(database));
  }
}
