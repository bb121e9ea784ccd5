import type { BatchHash, Salted } from './batch-hash.ts';
import { layout } from './layout.ts';
import { plainHash } from './plain.ts';
import { pad, prepare } from './prepare.ts';
import { programBytes } from './program.ts';
import { waitingRoom } from './waiting.ts';

/** As much as is used here; the full types come with those of browsers only. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

type Program = {
  memory: { buffer: ArrayBuffer };
  messages: (...numbers: number[]) => void;
  leaves: (from: number, groups: number, to: number) => void;
  nodes: (from: number, groups: number, to: number) => void;
};

/** Messages in one go; their digests and the arena of their bytes stay in the second-level cache. */
const chunk = 1024;
const mostBlocks = 16;
const digests = layout.free;
const arena = digests + 32 * chunk;
const arenaEnd = arena + 128 * 1024;
/** Padding that may follow a message: 0x80, zeros, eight bytes of length. */
const paddingBytes = 72;

/**
 * Hashes four messages at once in WebAssembly vectors: about five times as fast as a call of node:crypto for each, which costs
 * more than the hash of a short message. Long messages go to node:crypto, which is faster with them.
 */
export function laneHash(): BatchHash {
  const program = new WebAssembly.Instance(new WebAssembly.Module(programBytes())).exports as Program;
  const bytes = Buffer.from(program.memory.buffer);
  prepare(bytes);
  const waiting = waitingRoom(mostBlocks, (blocks, messages, to) =>
    program.messages(...(messages as [number]), blocks, ...to),
  );

  const prefixed = (size: number, run: (from: number, groups: number, to: number) => void) => (input: Uint8Array) => {
    const count = Math.floor(input.length / size);
    const output = new Uint8Array(32 * count);
    for (let from = 0; from < count; from += chunk) {
      const part = Math.min(chunk, count - from);
      bytes.set(input.subarray(size * from, size * (from + part)), arena);
      run(arena, Math.ceil(part / 4), digests);
      output.set(bytes.subarray(digests, digests + 32 * part), 32 * from);
    }
    return output;
  };

  function saltedChunk(items: Salted[]): Uint8Array {
    let at = arena;
    for (const [index, { salt, payload }] of items.entries()) {
      const most = salt.length + (typeof payload === 'string' ? 3 : 1) * payload.length + paddingBytes;
      if (salt.length + payload.length + 9 > 64 * mostBlocks) {
        bytes.set(plainHash.salted([{ salt, payload }]), digests + 32 * index);
        continue;
      }
      if (at + most > arenaEnd) {
        waiting.empty();
        at = arena;
      }
      bytes.set(salt, at);
      const start = at + salt.length;
      if (typeof payload !== 'string') bytes.set(payload, start);
      const length = salt.length + (typeof payload === 'string' ? bytes.write(payload, start) : payload.length);
      const blocks = Math.ceil((length + 9) / 64);
      if (blocks > mostBlocks) {
        bytes.set(plainHash.salted([{ salt, payload }]), digests + 32 * index);
        continue;
      }
      pad(bytes, at, length, blocks);
      waiting.add(blocks, at, digests + 32 * index);
      at += 64 * blocks;
    }
    waiting.empty();
    return bytes.subarray(digests, digests + 32 * items.length);
  }

  return {
    salted(items) {
      const output = new Uint8Array(32 * items.length);
      for (let from = 0; from < items.length; from += chunk)
        output.set(saltedChunk(items.slice(from, from + chunk)), 32 * from);
      return output;
    },
    leaves: prefixed(32, program.leaves),
    parents: prefixed(64, program.nodes),
  };
}
