import { roundConstants, startState } from './constants.ts';
import { layout } from './layout.ts';

/** Sets what the program expects in its memory: constants, and the padding of leaves and nodes. */
export function prepare(bytes: Buffer): void {
  const words = new Uint32Array(bytes.buffer);
  for (const [index, value] of roundConstants.entries()) words.fill(value, 4 * index, 4 * index + 4);
  for (const [index, value] of startState.entries())
    words.fill(value, layout.start / 4 + 4 * index, layout.start / 4 + 4 * index + 4);
  for (const lane of [0, 1, 2, 3]) {
    pad(bytes, layout.leaves + 64 * lane, 33, 1);
    bytes[layout.nodes + 128 * lane] = 1;
    pad(bytes, layout.nodes + 128 * lane, 65, 2);
  }
}

/** Pads a message to its blocks (FIPS 180-4, 5.1.1). Messages here are shorter than 8 KiB: two bytes hold their bits. */
export function pad(bytes: Buffer, at: number, length: number, blocks: number): void {
  const end = at + 64 * blocks;
  bytes[at + length] = 0x80;
  for (let zero = at + length + 1; zero < end - 2; zero++) bytes[zero] = 0;
  bytes[end - 2] = length >> 5;
  bytes[end - 1] = (length << 3) & 255;
}
