import { realpath, rmdir } from 'node:fs/promises';
import { adopt } from './adopt.ts';
import { clusterVersion, giveTo, openDataFolder, placesIn, requirePassage } from './data-folder.ts';
import { type Launch, launch } from './launch.ts';
import { type Lock, takeLock } from './lock.ts';
import { makeCluster } from './make-cluster.ts';
import type { Postmaster } from './postmaster.ts';
import { findPrograms } from './programs.ts';
import { type SocketConfig, socketConfig } from './ready.ts';
import { chooseRunUser } from './run-user.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { keepSpare } from './spare-file.ts';
import { stopServer } from './stop.ts';
import { type PostgresStatus, supervise } from './supervise.ts';
import { requireVersion } from './version.ts';

/** The embedded server while it is ours. */
export type RunningPostgres = {
  /** For `pg`: over the unix socket, without a password; stays the same over restarts. */
  clientConfig: SocketConfig;
  /** Whether it ran already, left by a Hindcast that was killed. */
  adopted: boolean;
  status: () => PostgresStatus;
  /** Calls back on every change, as when the server ended and is brought up again. Answers how to stop that. */
  onStatus: (listener: (status: PostgresStatus, line: string) => void) => () => void;
  /** Ends sessions and the server, and gives the data folder back. Close pools first. @throws PostgresError `postgres.stop-failed` */
  stop: () => Promise<void>;
};

/** `log` gets one line for each thing that happens. */
export type StartOptions = { dataFolder: string; log?: (line: string) => void };

async function prepare(dataFolder: string): Promise<{ start: Launch; lock: Lock }> {
  const folder = await openDataFolder(dataFolder);
  const user = await chooseRunUser(folder.cluster);
  await requirePassage(folder.root, user);
  const lock = await takeLock(folder.root);
  try {
    const programs = await findPrograms(folder.programs, user);
    const version = await clusterVersion(folder.cluster);
    if (version === undefined) await makeCluster(folder, programs, user);
    else {
      requireVersion(folder.cluster, version, programs.major);
      await giveTo(folder.cluster, user);
    }
    return { start: { folder, programs, user, socketFolder: await makeSocketFolder(folder.root, user) }, lock };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function run(
  start: Launch,
  lock: Lock,
  server: Postmaster,
  adopted: boolean,
  log: (line: string) => void,
): RunningPostgres {
  const { folder } = start;
  let status: PostgresStatus = 'running';
  const listeners = new Set<(status: PostgresStatus, line: string) => void>();
  const tell = (next: PostgresStatus, line: string) => {
    status = next;
    log(line);
    for (const listener of listeners) listener(next, line);
  };
  // The connection must stay the same, also when a taken-over server had its socket elsewhere.
  const again = { ...start, socketFolder: server.socketFolder };
  const bringUp = async () => (await adopt(folder.cluster)) ?? launch(again);
  const supervisor = supervise({ root: folder.root, spare: folder.spare, server, bringUp, tell });
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    try {
      await stopServer(await supervisor.release());
      await rmdir(server.socketFolder).catch(() => undefined);
    } finally {
      await lock.release();
    }
    tell('stopped', 'Postgres was stopped');
  };
  keepSpare(folder.spare, folder.root, () => stopping !== undefined).catch((error: Error) =>
    log(`no spare space is kept: ${error.message}`),
  );
  return {
    clientConfig: socketConfig(server.socketFolder, server.port),
    adopted,
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => (stopping ??= stop()),
  };
}

/**
 * Starts Postgres on the data folder, or takes over the one that runs there, and keeps it up. The first start makes the
 * database. One process at a time may hold a data folder. @throws PostgresError
 */
export async function startPostgres({ dataFolder, log = () => {} }: StartOptions): Promise<RunningPostgres> {
  const { start, lock } = await prepare(dataFolder);
  try {
    const found = await adopt(start.folder.cluster);
    const server = found ?? (await launch(start));
    log(`Postgres ${found === undefined ? 'runs' : 'ran already and was taken over'} as process ${server.pid}`);
    return run(start, lock, server, found !== undefined, log);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** How to reach the server that runs on a data folder, without holding it: for doctor and backup beside a running server. */
export async function findRunningPostgres(dataFolder: string): Promise<SocketConfig | undefined> {
  const root = await realpath(dataFolder).catch(() => undefined);
  const server = root === undefined ? undefined : await adopt(placesIn(root).cluster);
  return server === undefined ? undefined : socketConfig(server.socketFolder, server.port);
}
