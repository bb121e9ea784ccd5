import {
  add,
  and,
  type Code,
  get,
  load,
  number,
  plus,
  repeatWhile,
  set,
  shiftLeft,
  shiftRight,
  shuffle,
  store,
  xor,
} from './assembler.ts';
import { layout } from './layout.ts';

/** Numbers of the locals: four addresses of blocks, the place in the constants, then vectors. */
const constant = 4;
const word = (index: number) => 5 + index;
const rows = [13, 14, 15, 16];
const [newest, before, spare] = [13, 14, 15];
/** Locals of `compress` beside its five numbers. */
export const compressVectors = 12;

const zero = number(0);
const sum = (...values: Code[]): Code => values.reduce((left, right) => add(left, right));
const mixed = (...values: Code[]): Code => values.reduce((left, right) => xor(left, right));
const turned = (value: Code, ...bits: number[]): Code[] =>
  bits.flatMap((count) => [shiftRight(value, count), shiftLeft(value, 32 - count)]);
const scheduled = (index: number): Code => load(zero, layout.schedule + 16 * (index % 16));

const wordOrder = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12];
const lanes = (...order: number[]) => order.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte));

/** Turns four rows of four words, one row for each message, into four columns: one word of each message. Bytes are big-endian outside. */
export function transposed(from: number[]): { code: Code; columns: Code[] } {
  const [a = 0, b = 0, c = 0, d = 0] = from;
  const pair = (left: number, right: number, order: number[]) => shuffle(get(left), get(right), lanes(...order));
  const low = [0, 4, 1, 5];
  const high = [2, 6, 3, 7];
  const code = [
    ...from.flatMap((row) => set(row, shuffle(get(row), get(row), wordOrder))),
    ...pair(a, b, low),
    ...pair(a, b, high),
    ...pair(c, d, low),
    ...pair(c, d, high),
    ...[d, c, b, a].flatMap((row) => [0x21, row]),
  ];
  const columns = [
    pair(a, c, [0, 1, 4, 5]),
    pair(a, c, [2, 3, 6, 7]),
    pair(b, d, [0, 1, 4, 5]),
    pair(b, d, [2, 3, 6, 7]),
  ];
  return { code, columns };
}

const readBlocks = [0, 1, 2, 3].flatMap((quarter) => {
  const { code, columns } = transposed(rows);
  return [
    ...rows.flatMap((row, message) => set(row, load(get(message), 16 * quarter))),
    ...code,
    ...columns.flatMap((column, index) => store(zero, layout.schedule + 16 * (4 * quarter + index), column)),
  ];
});

/** The next word of the schedule, in the place of the one sixteen rounds ago (FIPS 180-4, 6.2.2 step 1). */
function nextWord(index: number): Code {
  const [fifteenth, second] = [get(newest), get(before)];
  return [
    ...set(newest, scheduled(index + 1)),
    ...set(before, scheduled(index + 14)),
    ...store(
      zero,
      layout.schedule + 16 * index,
      sum(
        scheduled(index),
        mixed(...turned(fifteenth, 7, 18), shiftRight(fifteenth, 3)),
        scheduled(index + 9),
        mixed(...turned(second, 17, 19), shiftRight(second, 10)),
      ),
    ),
  ];
}

/** One round (6.2.2 step 3). The eight words keep their locals; their roles move on by one each round. */
function round(index: number): Code {
  const role = (position: number) => word((position - index + 64) % 8);
  const [a, b, c, e, f, g] = [0, 1, 2, 4, 5, 6].map((position) => get(role(position))) as [
    Code,
    Code,
    Code,
    Code,
    Code,
    Code,
  ];
  const [d, h] = [role(3), role(7)];
  return [
    ...set(
      h,
      sum(
        add(load(get(constant), layout.constants + 16 * index), scheduled(index)),
        get(h),
        xor(g, and(e, xor(f, g))),
        mixed(...turned(e, 6, 11, 25)),
      ),
    ),
    ...set(d, add(get(d), get(h))),
    ...set(spare, xor(a, b)),
    ...set(h, sum(get(h), xor(b, and(get(spare), xor(b, c))), mixed(...turned(a, 2, 13, 22)))),
  ];
}

const sixteen = (body: (index: number) => Code) => Array.from({ length: 16 }, (_, index) => body(index)).flat();
const words = Array.from({ length: 8 }, (_, index) => index);

/** Takes one block of 64 bytes of each of four messages into the state: parameters are the four addresses and 0. */
export const compressBody: Code = [
  ...readBlocks,
  ...words.flatMap((index) => set(word(index), load(zero, layout.state + 16 * index))),
  ...sixteen(round),
  ...repeatWhile(
    [...set(constant, plus(get(constant), number(256))), ...sixteen((index) => [...nextWord(index), ...round(index)])],
    [...get(constant), ...number(768), 0x47],
  ),
  ...words.flatMap((index) =>
    store(zero, layout.state + 16 * index, add(load(zero, layout.state + 16 * index), get(word(index)))),
  ),
];
