import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database.ts';
import { feedChannel } from './channel.ts';

/** A connection that listens for as long as it is wanted. */
export type Listening = { stop: () => Promise<void> };

/** A half-open connection gives no event; only a query that is not answered shows it. */
const aliveEveryMs = 15_000;
const aliveWithinMs = 5000;
const firstDelayMs = 20;
const mostDelayMs = 1000;

type Options = {
  database: Database;
  /** The feed's without. */
  channel?: string;
  /** Called on each notice with its text, and after each (re)connection without one: what came meanwhile has to be read. */
  woken: (notice?: string) => void;
  lost: (error: unknown) => void;
};

/** Listens on a connection of its own, made again whenever it is lost. LISTEN comes first, reading after it: so nothing falls between. */
export function listen(options: Options): Listening {
  const stopped = new AbortController();
  const running = keepListening(options, stopped.signal);
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

async function keepListening(options: Options, signal: AbortSignal): Promise<void> {
  let delayMs = firstDelayMs;
  while (!signal.aborted) {
    try {
      await listenOnce(options, signal, () => {
        delayMs = firstDelayMs;
      });
    } catch (error) {
      if (!signal.aborted) options.lost(error);
    }
    await sleep(delayMs, undefined, { signal }).catch(() => {});
    delayMs = Math.min(delayMs * 2, mostDelayMs);
  }
}

/** One connection until it is lost (throws) or no longer wanted. */
async function listenOnce(
  { database, channel = feedChannel, woken }: Options,
  signal: AbortSignal,
  connected: () => void,
): Promise<void> {
  const client = await database.connect();
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {});
  client.on('error', (error) => ended.reject(error));
  client.on('end', () => ended.reject(new Error('the listening connection ended')));
  client.on('notification', ({ payload }) => woken(payload));
  try {
    await client.query(`listen ${channel}`);
    connected();
    woken();
    while (!signal.aborted) {
      await Promise.race([sleep(aliveEveryMs, undefined, { signal }).catch(() => {}), ended.promise]);
      if (signal.aborted) return;
      const late = sleep(aliveWithinMs, undefined, { signal }).then(() => {
        throw new Error('the listening connection no longer answers');
      });
      late.catch(() => {});
      await Promise.race([client.query('select 1'), ended.promise, late]);
    }
  } finally {
    // A connection that no longer answers would keep `end` waiting.
    void client.end().catch(() => {});
  }
}
