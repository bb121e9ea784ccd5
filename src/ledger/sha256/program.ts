import {
  call,
  type Code,
  get,
  load,
  number,
  plus,
  repeatWhile,
  set,
  store,
  wasmModule,
  type WasmFunction,
} from './assembler.ts';
import { compressBody, compressVectors, transposed } from './compress.ts';
import { layout } from './layout.ts';

const zero = number(0);
const words = [0, 1, 2, 3, 4, 5, 6, 7];
const four = [0, 1, 2, 3];
const step = (local: number, bytes: number): Code => set(local, plus(get(local), number(bytes)));
const copied = (from: number, offset: number, to: number): Code => store(zero, to, load(get(from), offset));

const begin = words.flatMap((word) => store(zero, layout.state + 16 * word, load(zero, layout.start + 16 * word)));

/** Writes the state as four digests of 32 bytes. `rows` are four free vectors. */
const end = (rows: number[], address: (message: number) => { base: Code; offset: number }): Code =>
  [0, 1].flatMap((half) => {
    // The state is one column for each word; the same transposition turns it back, but for the order of bytes before it.
    const { code, columns } = transposed(rows);
    return [
      ...rows.flatMap((row, index) => set(row, load(zero, layout.state + 64 * half + 16 * index))),
      ...code,
      ...columns.flatMap((column, message) => {
        const { base, offset } = address(message);
        return store(base, offset + 16 * half, column);
      }),
    ];
  });

const compress: WasmFunction = { name: 'compress', params: 5, vectors: compressVectors, body: compressBody };

/** Four padded messages of equally many blocks: four addresses, the number of blocks, four addresses for the digests. */
const messages: WasmFunction = {
  name: 'messages',
  params: 9,
  vectors: 4,
  body: [
    ...begin,
    ...repeatWhile(
      [...call(0, ...four.map(get), zero), ...four.flatMap((message) => step(message, 64)), ...step(4, -1)],
      get(4),
    ),
    ...end([9, 10, 11, 12], (message) => ({ base: get(5 + message), offset: 0 })),
  ],
};

/**
 * Many messages of one length and a prefix byte, whose padding lies ready: where they lie one after another, how many groups of
 * four, where the digests go.
 */
const prefixed = (name: string, bytes: number, blocks: number, place: number): WasmFunction => ({
  name,
  params: 3,
  vectors: 4,
  body: repeatWhile(
    [
      ...four.flatMap((message) =>
        Array.from({ length: bytes / 16 }, (_, index) =>
          copied(0, bytes * message + 16 * index, place + 64 * blocks * message + 1 + 16 * index),
        ).flat(),
      ),
      ...begin,
      ...Array.from({ length: blocks }, (_, block) =>
        call(0, ...four.map((message) => number(place + 64 * (blocks * message + block))), zero),
      ).flat(),
      ...end([3, 4, 5, 6], (message) => ({ base: get(2), offset: 32 * message })),
      ...step(0, 4 * bytes),
      ...step(1, -1),
      ...step(2, 128),
    ],
    get(1),
  ),
});

/** The module that hashes four messages at a time: `messages`, `leaves` and `nodes`. */
export const programBytes = (): Uint8Array<ArrayBuffer> =>
  wasmModule(
    [compress, messages, prefixed('leaves', 32, 1, layout.leaves), prefixed('nodes', 64, 2, layout.nodes)],
    layout.pages,
  );
