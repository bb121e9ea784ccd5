import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Database } from '../database.ts';
import { mostInBatch, sequenceBatch } from './sequence-batch.ts';
import { ensureSigningKey } from './signing-key.ts';

/** The one that numbers entries. `leading` says whether it is this process; others stand by. */
export type Sequencer = {
  leading: () => boolean;
  /** Numbers what is there, writes the last checkpoint, and lets another process take over. */
  stop: () => Promise<void>;
};

type Log = { info: (details: object, message: string) => void; warn: (details: object, message: string) => void };
type Options = { everyMs?: number; log: Log };

/** Any number that no other program on the server takes. */
const sequencerLock = 7_204_511_837;
const standbyEveryMs = 250;
const reconnectMs = 200;
/** A leader asks far more often than this: one whose machine has gone is ended by the server, and its lock is free. */
const silentForMs = 1000;

/**
 * Starts numbering entries, every `everyMs`, in this process or, while another one does, as soon as that ends.
 * The lock and the work use one connection: who has lost it can write nothing more.
 */
export function startSequencer(database: Database, { everyMs = 50, log }: Options): Sequencer {
  const stopped = new AbortController();
  const { signal } = stopped;
  let leading = false;

  const lead = async (client: Client): Promise<void> => {
    leading = true;
    log.info({}, 'this process numbers the ledger');
    await ensureSigningKey(client);
    for (;;) {
      const stopping = signal.aborted;
      const numbered = await sequenceBatch(client);
      if (numbered === mostInBatch) continue;
      if (stopping) return;
      await pause(everyMs, signal);
    }
  };
  const serve = async (): Promise<void> => {
    const client = await database.connect();
    try {
      const silentMs = Math.max(silentForMs, everyMs * 4);
      await client.query(
        `set idle_session_timeout = ${silentMs}; set idle_in_transaction_session_timeout = ${silentMs}`,
      );
      while (!signal.aborted) {
        const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [sequencerLock]);
        if (rows[0]?.held === true) await lead(client);
        else await pause(standbyEveryMs, signal);
      }
    } finally {
      leading = false;
      await client.end().catch(() => {});
    }
  };
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await serve();
      } catch (error) {
        log.warn({ err: error }, 'the ledger is not numbered for a moment; it tries again');
        await pause(reconnectMs, signal);
      }
    }
  })();
  return {
    leading: () => leading,
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).then(
    () => undefined,
    () => undefined,
  );
