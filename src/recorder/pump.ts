import type { Readable, Writable } from 'node:stream';

/** Forwards bytes untouched and at once, and holds the source back when the target is full. The copy is made when they are under way. */
export function pump(source: Readable, target: Writable, copy: (bytes: Uint8Array) => void): void {
  source.on('data', (chunk: Buffer) => {
    if (!target.write(chunk)) source.pause();
    copy(chunk);
  });
  target.on('drain', () => source.resume());
}
