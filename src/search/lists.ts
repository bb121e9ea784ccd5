const pageBits = 20;
const pageBytes = 1 << pageBits;
const inPage = pageBytes - 1;
const nextBytes = 4;
const [smallest, largest] = [16, 16_384];
const [head, lastStart, lastEnd, tail, marksEach] = [0, 1, 2, 3, 4];

/** Many lists of whole numbers that only grow, packed into pages of a megabyte: millions of short ones cost little more than their bytes. */
export type Lists = {
  /** Puts a number of at most 31 bits behind the others of a list. */
  push: (list: number, value: number) => void;
  /** Reads a list from its beginning. Who reads knows how many numbers it has. */
  reader: (list: number) => ListReader;
  bytes: () => number;
};

/** A longer copy of an array that is full. */
export function grown<T extends Int32Array | Uint32Array | Uint8Array | Float32Array | Float64Array>(
  array: T,
  wanted: number,
): T {
  if (wanted <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(wanted, array.length * 2));
  longer.set(array as never);
  return longer;
}

/** Reads the numbers of a list one after the other, without an array of them. */
export class ListReader {
  readonly #pages: readonly Uint8Array[];
  #page: Uint8Array;
  #here: number;
  #size = smallest;
  #last: number;

  constructor(pages: readonly Uint8Array[], at: number) {
    this.#pages = pages;
    this.#page = pages[at >>> pageBits] as Uint8Array;
    this.#here = at & inPage;
    this.#last = this.#here + smallest - nextBytes;
  }

  next(): number {
    let byte = this.#byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      byte = this.#byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  /** Leaves out so many numbers. */
  skip(count: number): void {
    for (let left = count; left > 0;) if (this.#byte() < 128) left -= 1;
  }

  #byte(): number {
    if (this.#here === this.#last) this.#turn();
    const byte = this.#page[this.#here] as number;
    this.#here += 1;
    return byte;
  }

  /** Goes on in the next slice. */
  #turn(): void {
    const [page, here] = [this.#page, this.#here];
    const byteAt = (index: number) => (page[here + index] as number) << (8 * index);
    const at = (byteAt(0) | byteAt(1) | byteAt(2) | byteAt(3)) >>> 0;
    this.#page = this.#pages[at >>> pageBits] as Uint8Array;
    this.#here = at & inPage;
    this.#size = Math.min(largest, this.#size * 2);
    this.#last = this.#here + this.#size - nextBytes;
  }
}

/** Makes room for lists. A list is a chain of slices, each twice the one before; its last four bytes say where the next one begins. */
export function makeLists(): Lists {
  const pages: Uint8Array[] = [];
  let free = pageBytes;
  // By list, side by side, as each new word of a text reads them all: where its first slice begins, where its last one begins and ends,
  // and where the next byte comes.
  let marks = new Uint32Array(4096);

  const slice = (size: number): number => {
    if (free + size > pageBytes) {
      pages.push(new Uint8Array(pageBytes));
      free = 0;
    }
    const at = (pages.length - 1) * pageBytes + free;
    free += size;
    return at;
  };
  const pageOf = (at: number): Uint8Array => pages[at >>> pageBits] as Uint8Array;

  const lengthen = (mark: number): void => {
    const before = marks[mark + lastEnd] as number;
    // A list that ends nowhere has no slice yet: the end of the first slice of all is never 0.
    const size =
      before === 0 ? smallest : Math.min(largest, ((before + nextBytes - (marks[mark + lastStart] as number)) * 2) | 0);
    const at = slice(size);
    if (before === 0) marks[mark + head] = at;
    else {
      const page = pageOf(before);
      for (let byte = 0; byte < nextBytes; byte += 1) page[(before & inPage) + byte] = at >>> (8 * byte);
    }
    marks[mark + lastStart] = at;
    marks[mark + tail] = at;
    marks[mark + lastEnd] = at + size - nextBytes;
  };
  const put = (mark: number, byte: number): void => {
    if (marks[mark + tail] === marks[mark + lastEnd]) lengthen(mark);
    const at = marks[mark + tail] as number;
    pageOf(at)[at & inPage] = byte;
    marks[mark + tail] = at + 1;
  };

  return {
    push: (list, value) => {
      const mark = list * marksEach;
      marks = grown(marks, mark + marksEach);
      let rest = value;
      while (rest > 127) {
        put(mark, (rest & 127) | 128);
        rest >>>= 7;
      }
      put(mark, rest);
    },
    reader: (list) => new ListReader(pages, marks[list * marksEach + head] ?? 0),
    bytes: () => pages.length * pageBytes,
  };
}
