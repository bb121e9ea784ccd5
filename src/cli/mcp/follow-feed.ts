import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../client/connection.ts';

const firstDelayMs = 1000;
const mostDelayMs = 60_000;

/** Reads the live feed of a server until `gone`; when it ends it is asked for anew, more and more seldom. What failed is not said: nobody waits. */
export async function followFeed(
  { url, token }: Connection,
  read: (feed: ReadableStream<Uint8Array>) => Promise<void>,
  gone: AbortSignal,
): Promise<void> {
  for (let delayMs = firstDelayMs; !gone.aborted; delayMs = Math.min(mostDelayMs, delayMs * 2)) {
    try {
      const response = await fetch(`${url}/api/v1/feed`, {
        headers: { authorization: `Bearer ${token}` },
        signal: gone,
      });
      if (response.ok && response.body !== null) {
        delayMs = firstDelayMs;
        await read(response.body);
      }
    } catch {
      // The next try says whether it was a moment only.
    }
    await sleep(delayMs, undefined, { signal: gone }).catch(() => {});
  }
}
