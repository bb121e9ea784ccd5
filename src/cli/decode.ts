/** A document's bytes as text, and what stood in the way. */
export type Decoded = {
  text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, or `utf-8 with invalid bytes`, whose bytes came out as U+FFFD. */
  encoding: string;
};

/** First bytes of files that are no text, and what to call them. */
const binaries: { magic: number[]; kind: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'a PDF' },
  { magic: [0x50, 0x4b, 0x03, 0x04], kind: 'a ZIP, Word or spreadsheet file' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Word or Excel file' },
  { magic: [0x89, 0x50, 0x4e, 0x47], kind: 'a picture' },
  { magic: [0xff, 0xd8, 0xff], kind: 'a picture' },
  { magic: [0x1f, 0x8b], kind: 'a gzip archive' },
];

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/** What kind of file these bytes are when they are no text, by their first bytes. */
export const binaryKind = (bytes: Uint8Array): string | undefined =>
  binaries.find(({ magic }) => startsWith(bytes, magic))?.kind;

/** Decodes leniently: UTF-16 by its BOM, else UTF-8; a BOM of UTF-8 stays in the text, so that nothing is lost. */
export function decode(bytes: Uint8Array): Decoded {
  for (const [encoding, magic] of [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const) {
    if (startsWith(bytes, [...magic])) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return {
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8 with invalid bytes',
    };
  }
}
