const pageBits = 20;
const pageBytes = 1 << pageBits;
const inPage = pageBytes - 1;
const nextBytes = 4;
const [smallest, largest] = [16, 16_384];

/** Many lists of whole numbers that only grow, packed into pages of a megabyte: millions of short ones cost little more than their bytes. */
export type Lists = {
  /** Puts a number of at most 31 bits behind the others of a list. */
  push: (list: number, value: number) => void;
  /** Writes the first `count` numbers of a list. */
  read: (list: number, count: number, into: Int32Array) => void;
  bytes: () => number;
};

/** A longer copy of an array that is full. */
export function grown<T extends Int32Array | Uint32Array | Uint8Array | Float32Array>(array: T, wanted: number): T {
  if (wanted <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(wanted, array.length * 2));
  longer.set(array as never);
  return longer;
}

/** Makes room for lists. A list is a chain of slices, each twice the one before; its last four bytes say where the next one begins. */
export function makeLists(): Lists {
  const pages: Uint8Array[] = [];
  let free = pageBytes;
  let head = new Uint32Array(1024);
  let tail = new Uint32Array(1024);
  let end = new Uint32Array(1024);
  let starts = new Uint32Array(1024);

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

  const lengthen = (list: number): void => {
    const before = end[list] as number;
    // A list that ends nowhere has no slice yet: the end of the first slice of all is never 0.
    const size = before === 0 ? smallest : Math.min(largest, ((before + nextBytes - (starts[list] as number)) * 2) | 0);
    const at = slice(size);
    if (before === 0) head[list] = at;
    else {
      const page = pageOf(before);
      for (let byte = 0; byte < nextBytes; byte += 1) page[(before & inPage) + byte] = at >>> (8 * byte);
    }
    starts[list] = at;
    tail[list] = at;
    end[list] = at + size - nextBytes;
  };
  const put = (list: number, byte: number): void => {
    if (tail[list] === end[list]) lengthen(list);
    const at = tail[list] as number;
    pageOf(at)[at & inPage] = byte;
    tail[list] = at + 1;
  };

  return {
    push: (list, value) => {
      if (list >= head.length) {
        head = grown(head, list + 1);
        tail = grown(tail, list + 1);
        end = grown(end, list + 1);
        starts = grown(starts, list + 1);
      }
      let rest = value;
      while (rest > 127) {
        put(list, (rest & 127) | 128);
        rest >>>= 7;
      }
      put(list, rest);
    },
    read: (list, count, into) => {
      if (count === 0) return;
      let at = head[list] as number;
      let page = pageOf(at);
      let here = at & inPage;
      let size = smallest;
      let last = here + size - nextBytes;
      for (let read = 0; read < count; read += 1) {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
          if (here === last) {
            at =
              ((page[here] as number) |
                ((page[here + 1] as number) << 8) |
                ((page[here + 2] as number) << 16) |
                ((page[here + 3] as number) << 24)) >>>
              0;
            page = pageOf(at);
            here = at & inPage;
            size = Math.min(largest, size * 2);
            last = here + size - nextBytes;
          }
          const byte = page[here++] as number;
          value |= (byte & 127) << shift;
          if (byte < 128) break;
        }
        into[read] = value;
      }
    },
    bytes: () => pages.length * pageBytes,
  };
}
