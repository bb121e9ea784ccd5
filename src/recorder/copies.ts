import type { Channel } from './follow-wire.ts';

/** What goes to the recording thread. */
export type Told =
  | { kind: 'open'; channel: number; about: Channel }
  | { kind: 'bytes'; channel: number; bytes: Uint8Array; atMs: number }
  | { kind: 'gap'; channel: number }
  | { kind: 'closed'; channel: number; atMs: number; wasCut: boolean }
  | { kind: 'command'; text: string }
  | { kind: 'end'; atMs: number; reason: string };

/** Copies that wait for the recording thread may take so much; beyond, bytes are left out of the recording and never held up. */
const mostWaiting = 128 * 1024 * 1024;

/** Wall time in milliseconds, with fractions, that never runs backwards. */
export const wallMs = (): number => performance.timeOrigin + performance.now();

/** Where a tap leaves copies of the bytes that it has forwarded. Nothing here waits, throws or grows without bound. */
export type Copies = {
  open: (about: Channel) => number;
  copy: (channel: number, bytes: Uint8Array) => void;
  close: (channel: number, wasCut?: boolean) => void;
};

/** Hands copies on with `post`. `taken` counts the bytes that the other side is done with. */
export function copiesTo(post: (told: Told, transfer: ArrayBuffer[]) => void, taken: Int32Array): Copies {
  let [channels, sent] = [0, 0];
  const behind = new Set<number>();
  return {
    open: (about) => {
      post({ kind: 'open', channel: ++channels, about }, []);
      return channels;
    },
    copy: (channel, chunk) => {
      // The counter wraps around as integers of 32 bits do; the difference stays right.
      const waiting = (sent - Atomics.load(taken, 0)) | 0;
      if (waiting + chunk.length > mostWaiting) {
        if (!behind.has(channel)) post({ kind: 'gap', channel }, []);
        behind.add(channel);
        return;
      }
      behind.delete(channel);
      const bytes = new Uint8Array(chunk);
      sent = (sent + bytes.length) | 0;
      post({ kind: 'bytes', channel, bytes, atMs: wallMs() }, [bytes.buffer]);
    },
    close: (channel, wasCut = false) => {
      behind.delete(channel);
      post({ kind: 'closed', channel, atMs: wallMs(), wasCut }, []);
    },
  };
}
