import { PostgresError } from './postgres-error.ts';
import { type Postmaster, isAlive, waitForEnd } from './postmaster.ts';

/** The orders to end, gentler first: fast (ends sessions, writes a checkpoint), immediate (recovers at the next start). */
const orders = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
] as const;

/** Ends the server, never by SIGKILL. @throws PostgresError `postgres.stop-failed` */
export async function stopServer(server: Postmaster): Promise<void> {
  for (const { signal, waitMs } of orders) {
    if (!isAlive(server)) return;
    try {
      process.kill(server.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitForEnd(server, waitMs)) return;
  }
  throw new PostgresError(
    'postgres.stop-failed',
    `Postgres (process ${server.pid}) has not ended within ${orders.reduce((sum, { waitMs }) => sum + waitMs, 0) / 1000} s`,
    'What was saved is safe. The next start of Hindcast takes it over; look whether its disk still answers.',
  );
}
