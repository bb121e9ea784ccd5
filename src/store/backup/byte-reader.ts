/** Bytes of a stream, as many as are asked for. */
export type ByteReader = {
  /** @throws RangeError when the stream ends before */
  exactly: (bytes: number) => Promise<Uint8Array>;
  /** What is there, at least one byte and at most so many. @throws RangeError at the end of the stream */
  some: (most: number) => Promise<Uint8Array>;
  /** Reads to the end. */
  rest: () => Promise<void>;
};

/** Reads a stream piecewise. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  const some = async (most: number): Promise<Uint8Array> => {
    while (held.length === 0) {
      const { value, done } = await chunks.next();
      if (done === true) throw new RangeError('it ends too early');
      held = value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  };
  return {
    some,
    exactly: async (bytes) => {
      const whole = new Uint8Array(bytes);
      for (let at = 0; at < bytes;) {
        const piece = await some(bytes - at);
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
    rest: async () => {
      while ((await chunks.next()).done !== true);
    },
  };
}
