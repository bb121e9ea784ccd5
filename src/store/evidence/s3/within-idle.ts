import type { Readable } from 'node:stream';
import { Transient, connectionError } from './transient.ts';

/**
 * Passes a stream on, and ends it when nothing comes for `idleMs`. The time a slow reader takes is not counted,
 * which is why this is not the socket's own timeout.
 * @throws Transient when the connection goes silent or breaks
 */
export async function* withinIdle(stream: Readable, idleMs: number): AsyncGenerator<Uint8Array, void> {
  const source = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const silence = setTimeout(() => stream.destroy(new Transient(`nothing came for ${idleMs} ms`)), idleMs);
      const { done, value } = await source.next().finally(() => clearTimeout(silence));
      if (done === true) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof Transient ? error : connectionError(error as Error);
  } finally {
    stream.destroy();
  }
}
