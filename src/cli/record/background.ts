import { isBeingWritten, readHeader, spoolsIn } from '../../recorder/spool.ts';
import type { Connection } from '../client/connection.ts';
import type { Delivery } from './send-spool.ts';

/** New entries wait so long for others that go with them. */
const togetherMs = 1000;
/** A server that was away is asked again after this, each time after twice as long. */
const [firstRetryMs, lastRetryMs] = [5000, 60_000];

/**
 * Sends spools while a session goes on: first those that earlier sessions left, then its own as it grows. One request is under way at
 * a time, so order is kept.
 */
export function inBackground(connection: Connection | undefined, folder: string) {
  let file: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let under = Promise.resolve<unknown>(undefined);
  let refused = false;

  async function send(spool: string, isOver: boolean): Promise<Delivery> {
    if (connection === undefined) return { sent: 0, stopped: 'away', reason: 'nobody is signed in to a server' };
    // What sends is loaded when there is something to send: it is not needed before the first call.
    const { sendSpool } = await import('./send-spool.ts');
    return sendSpool(connection, spool, { isOver });
  }

  async function left(): Promise<void> {
    for (const spool of spoolsIn(folder)) {
      const found = spool === file ? undefined : readHeader(spool);
      if (found === undefined || isBeingWritten(found.header)) continue;
      const { stopped } = await send(spool, true);
      if (stopped === 'away') return;
    }
  }

  async function turn(): Promise<void> {
    timer = undefined;
    if (file === undefined || refused) return;
    const { stopped } = await send(file, false);
    refused = stopped === 'refused';
    if (stopped !== 'away') return void (retryMs = firstRetryMs);
    plan(retryMs);
    retryMs = Math.min(retryMs * 2, lastRetryMs);
  }

  function plan(afterMs: number): void {
    if (connection === undefined || timer !== undefined) return;
    timer = setTimeout(() => void (under = under.then(turn)), afterMs);
  }

  return {
    /** The session has a spool now. */
    begin(spool: string): void {
      file = spool;
      if (connection !== undefined) under = under.then(left);
    },
    /** There is something new in it. */
    soon: (): void => plan(togetherMs),
    /** The session is over: what is left goes at once, with the evidence. */
    async finish(spool: string): Promise<Delivery> {
      clearTimeout(timer);
      await under;
      return send(spool, true);
    },
  };
}
