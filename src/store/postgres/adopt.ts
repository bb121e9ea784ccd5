import { PostgresError } from './postgres-error.ts';
import { type Postmaster, findPostmaster, isAlive, waitForEnd } from './postmaster.ts';
import { waitUntilReady } from './ready.ts';

/** So long a server may take to answer: recovery after a crash is in it. */
export const readyLimitMs = 60_000;

/** The error for a server that runs but does not answer within the limit. */
export function startSlow(cluster: string, pid: number): PostgresError {
  return new PostgresError(
    'postgres.start-slow',
    `Postgres (process ${pid}) on ${cluster} has not answered for ${readyLimitMs / 1000} s; it may still be recovering after a crash`,
    `It was left running and nothing is lost. Start Hindcast again in a minute; ${cluster}/log says what it does.`,
  );
}

/**
 * Takes over a server that an earlier Hindcast left running on this database folder (it was killed, or ended without stopping it).
 * Undefined when there is none, or it ends while we ask. @throws PostgresError `postgres.start-slow`
 */
export async function adopt(cluster: string): Promise<Postmaster | undefined> {
  const server = await findPostmaster(cluster);
  if (server === undefined) return undefined;
  const over = () => !isAlive(server);
  const answered = await waitUntilReady(server.socketFolder, server.port, over, readyLimitMs);
  if (answered === cluster) return server;
  // Stopping: it lets nobody in any more. Its socket may be gone before its process.
  if (await waitForEnd(server, answered === undefined ? 0 : 10_000)) return undefined;
  throw startSlow(cluster, server.pid);
}
