const damagedUtf8 = new TextDecoder('utf-8', { fatal: true });

const marks: [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text of some bytes: by their byte order mark, else UTF-8, else windows-1252, which every byte is something in. */
export function textOf(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return new TextDecoder(marked[1]).decode(bytes);
  try {
    return damagedUtf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether bytes are no text: a zero byte in the first thousands, and no mark of UTF-16. */
export const isBinary = (bytes: Uint8Array): boolean =>
  !marks.some(([mark]) => mark.every((byte, index) => bytes[index] === byte)) && bytes.subarray(0, 8000).includes(0);
