/** WebAssembly instructions as bytes, see the binary format in the WebAssembly 2.0 core specification, chapter 5. */
export type Code = number[];

/** A function: `params` numbers come in, `vectors` are its v128 locals, numbered after them. Nothing is returned. */
export type WasmFunction = { name: string; params: number; vectors: number; body: Code };

/** A number in LEB128, unsigned. */
export function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const fits = value >= -64 && value < 64;
  return fits ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

const vector = (operation: number) => [0xfd, ...unsigned(operation)];
const binary =
  (operation: Code) =>
  (left: Code, right: Code): Code => [...left, ...right, ...operation];

/** The value of a local, by its number. */
export const get = (local: number): Code => [0x20, ...unsigned(local)];
/** Sets a local. */
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** Calls a function by its number in the module. */
export const call = (index: number, ...values: Code[]): Code => [...values.flat(), 0x10, ...unsigned(index)];
/** A constant number. */
export const number = (value: number): Code => [0x41, ...signed(value)];
/** The sum of two numbers. */
export const plus = binary([0x6a]);
/** Repeats a body as long as the condition, computed after it, is not zero. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0, 0x0b];

/** Sixteen bytes of memory, at any address. */
export const load = (address: Code, offset: number): Code => [...address, ...vector(0), 0, ...unsigned(offset)];
/** Writes sixteen bytes to memory, at any address. */
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...vector(11),
  0,
  ...unsigned(offset),
];
/** Sixteen bytes chosen by position out of the 32 of two vectors. */
export const shuffle = (left: Code, right: Code, positions: number[]): Code => [
  ...left,
  ...right,
  ...vector(13),
  ...positions,
];
export const and = binary(vector(0x4e));
export const xor = binary(vector(0x51));
/** The sum of four pairs of 32-bit numbers. */
export const add = binary(vector(0xae));
/** Four 32-bit numbers moved to the left by some bits. */
export const shiftLeft = (value: Code, bits: number): Code => [...value, ...number(bits), ...vector(0xab)];
/** Four 32-bit numbers moved to the right by some bits, zeros coming in. */
export const shiftRight = (value: Code, bits: number): Code => [...value, ...number(bits), ...vector(0xad)];

/** `\0asm`, version 1. */
const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const list = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const text = (value: string): Code => list([...Buffer.from(value)].map((byte) => [byte]));

/** A module of functions and one exported memory of so many pages of 64 KiB. Calls go by position in the list. */
export function wasmModule(functions: WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const i32 = 0x7f;
  const v128 = 0x7b;
  const types = functions.map(({ params }) => [0x60, ...list(Array.from({ length: params }, () => [i32])), 0]);
  const exported = functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  const codes = functions.map(({ vectors, body }) => {
    const code = [...list([[...unsigned(vectors), v128]]), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...magic,
    ...section(1, list(types)),
    ...section(3, list(functions.map((_, index) => unsigned(index)))),
    ...section(5, list([[0, ...unsigned(pages)]])),
    ...section(7, list([[...text('memory'), 2, 0], ...exported])),
    ...section(10, list(codes)),
  ]);
}
