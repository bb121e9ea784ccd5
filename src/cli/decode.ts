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

/** Control characters among this many first bytes tell text from other data; a few stray ones are no sign. */
const sampleBytes = 8192;
const mostControlShare = 0.03;
const fewControls = 8;

const isControl = (byte: number) => byte < 0x20 && byte !== 0x1b && (byte < 0x08 || byte > 0x0d);

/** What kind of file these bytes are when they are no text: by their first bytes, else by many control characters. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const known = binaries.find(({ magic }) => startsWith(bytes, magic))?.kind;
  if (known !== undefined || utf16(bytes) !== undefined) return known;
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  const isData = controls > fewControls && controls > mostControlShare * sample.length;
  return isData ? 'a binary file (or UTF-16 without a byte order mark)' : undefined;
}

/** UTF-16 by its byte order mark. */
const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined =>
  startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;

/** Decodes leniently: UTF-16 by its BOM, else UTF-8; a BOM of UTF-8 stays in the text, so that nothing is lost. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return {
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8 with invalid bytes',
    };
  }
}
