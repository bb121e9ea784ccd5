import { setTimeout as sleep } from 'node:timers/promises';
import { type Postmaster, isAlive } from './postmaster.ts';
import { freeBytes, spaceLimits } from './space.ts';
import { releaseSpare } from './spare-file.ts';

/** What the health page shows of the server. */
export type PostgresStatus = 'running' | 'restarting' | 'disk-full' | 'stopped';

/** What the supervisor needs: who runs now, how to bring it up again, whom to tell. */
export type Supervised = {
  root: string;
  spare: string;
  server: Postmaster;
  bringUp: () => Promise<Postmaster>;
  tell: (status: PostgresStatus, line: string) => void;
};

/** Ends the watch; afterwards the server may be stopped without being brought up again. Answers who ran last. */
export type Supervisor = { release: () => Promise<Postmaster> };

const lookMs = 50;
const firstPauseMs = 100;
const longestPauseMs = 30_000;
/** A server that ran so long was well: its next restart waits for nothing. */
const wellMs = 60_000;

/** Waits without keeping the program alive; ends at once when the watch is released. */
const pause = (ms: number, released: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, signal: released }).catch(() => undefined);

async function waitForSpace({ root, spare, tell }: Supervised, released: AbortSignal): Promise<void> {
  if ((await freeBytes(root)) >= spaceLimits.start) return;
  // With the spare given back the server can recover and be read; without one it would only fail again.
  if (await releaseSpare(spare))
    return tell('disk-full', `the disk of ${root} is full; the spare space ${spare} was given back`);
  const needed = Math.ceil(spaceLimits.start / 1e6);
  tell('disk-full', `the disk of ${root} is full; Postgres starts again by itself when ${needed} MB are free`);
  while (!released.aborted && (await freeBytes(root)) < spaceLimits.start) await pause(1000, released);
}

async function restart(watch: Supervised, released: AbortSignal): Promise<Postmaster | undefined> {
  for (let pauseMs = firstPauseMs; !released.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      await waitForSpace(watch, released);
      if (!released.aborted) return await watch.bringUp();
    } catch (error) {
      watch.tell('restarting', `Postgres did not come up: ${(error as Error).message}`);
      await pause(pauseMs, released);
    }
  }
  return undefined;
}

/**
 * Brings the server up again whenever it ends: at once, then with pauses that double up to 30 s; on a full disk only after
 * space is free. It looks at the process and not at an exit event, since an adopted server is nobody's child.
 */
export function supervise(watch: Supervised): Supervisor {
  const release = new AbortController();
  const released = release.signal;
  let server = watch.server;

  async function run(): Promise<void> {
    let upSince = Date.now();
    let quickEnds = 0;
    while (!released.aborted) {
      await pause(lookMs, released);
      if (released.aborted || isAlive(server)) continue;
      watch.tell('restarting', `Postgres (process ${server.pid}) ended unexpectedly and is started again`);
      quickEnds = Date.now() - upSince < wellMs ? quickEnds + 1 : 0;
      if (quickEnds > 1) await pause(Math.min(firstPauseMs * 2 ** (quickEnds - 2), longestPauseMs), released);
      const next = await restart(watch, released);
      if (next === undefined) return;
      server = next;
      upSince = Date.now();
      watch.tell('running', `Postgres runs again as process ${server.pid}`);
    }
  }

  const running = run();
  return {
    release: async () => {
      release.abort();
      await running;
      return server;
    },
  };
}
