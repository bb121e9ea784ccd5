const newline = 10;

/** What a splitter gives: a line without its end, or the two ends of one that was too long to keep. */
export type Line = { text: string } | { head: string; tail: string; bytes: number };

/** Enough of either end of an overlong line to see whose answer it is. */
const endBytes = 65_536;

/**
 * Puts lines together from chunks as they come, split anywhere. Lines over `mostBytes` are not kept whole, so memory stays bounded;
 * bytes that are no UTF-8 become U+FFFD in the copy only. With `isOne` the whole stream is one line, whatever is in it.
 */
export function lineSplitter(emit: (line: Line) => void, mostBytes: number, { isOne = false } = {}) {
  let parts: Buffer[] = [];
  let bytes = 0;
  let tail = Buffer.alloc(0);
  let lost = false;
  const add = (part: Buffer): void => {
    if (part.length === 0) return;
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
    else {
      // Past the limit only both ends are kept: of all that was held, and of each part that comes.
      const before = tail.length > 0 ? [tail] : parts;
      tail = Buffer.from(Buffer.concat([...before, part]).subarray(-endBytes));
      if (parts.length > 1 || (parts[0]?.length ?? 0) > endBytes)
        parts = [Buffer.from(Buffer.concat(parts).subarray(0, endBytes))];
    }
  };
  const finish = (): void => {
    const whole = bytes <= mostBytes;
    const text = Buffer.concat(parts).toString('utf8');
    if (lost) lost = false;
    else if (whole) emit({ text });
    else emit({ head: text, tail: tail.toString('utf8'), bytes });
    [parts, bytes, tail] = [[], 0, Buffer.alloc(0)];
  };
  return {
    push(chunk: Buffer): void {
      if (isOne) return add(chunk);
      let from = 0;
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
        add(chunk.subarray(from, at));
        finish();
        from = at + 1;
      }
      add(chunk.subarray(from));
    },
    /** Bytes were left out here: what was begun cannot be read, nor what follows up to the next line. */
    gap(): void {
      [parts, bytes, tail] = [[], 0, Buffer.alloc(0)];
      lost = true;
    },
    /** The stream ended; a last line may lack its end. */
    end(): void {
      if (bytes > 0) finish();
    },
  };
}
