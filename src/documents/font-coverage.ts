/** Which code points a set of fonts has a glyph for. */
export type Coverage = (codePoint: number) => boolean;

/** Reads the `cmap` table of a TrueType or OpenType font: format 4 (BMP) and 12 (all planes), OpenType 1.9 section 5.2. */
function readCmap(font: DataView, mark: (codePoint: number) => void): void {
  const tables = font.getUint16(4);
  let cmap = -1;
  for (let index = 0; index < tables; index++) {
    const at = 12 + index * 16;
    if (font.getUint32(at) === 0x636d6170) cmap = font.getUint32(at + 8);
  }
  if (cmap < 0) return;
  const count = font.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const at = cmap + font.getUint32(cmap + 8 + index * 8);
    const format = font.getUint16(at);
    if (format === 4) readFormat4(font, at, mark);
    if (format === 12) readFormat12(font, at, mark);
  }
}

function readFormat4(font: DataView, at: number, mark: (codePoint: number) => void): void {
  const bytes = font.getUint16(at + 6);
  for (let offset = 0; offset < bytes; offset += 2) {
    const end = font.getUint16(at + 14 + offset);
    const start = font.getUint16(at + 16 + bytes + offset);
    const delta = font.getUint16(at + 16 + 2 * bytes + offset);
    const rangeAt = at + 16 + 3 * bytes + offset;
    const range = font.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : font.getUint16(rangeAt + range + 2 * (code - start));
      if (range === 0 ? ((code + delta) & 0xffff) !== 0 : glyph !== 0) mark(code);
    }
  }
}

function readFormat12(font: DataView, at: number, mark: (codePoint: number) => void): void {
  const groups = font.getUint32(at + 12);
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + index * 12;
    const end = Math.min(font.getUint32(group + 4), 0x10ffff);
    for (let code = font.getUint32(group); code <= end; code++) mark(code);
  }
}

/**
 * Symbols that every style of DejaVu Sans Mono has, which typst carries in itself: arrows, mathematics, box drawing, shapes.
 * A test sets each of them as PDF/UA-1, which refuses a glyph that no font has.
 */
const typstSymbols: [from: number, to: number][] = [
  [0x2190, 0x2213],
  [0x2217, 0x2220],
  [0x2227, 0x222d],
  [0x2234, 0x223d],
  [0x2241, 0x2269],
  [0x2500, 0x2600],
  [0x2638, 0x263c],
  [0x263f, 0x2647],
  [0x2660, 0x2667],
  [0x2669, 0x266f],
  [0x27e6, 0x27eb],
  [0x27f5, 0x27f7],
  [0x2b05, 0x2b0d],
];

/**
 * The code points that can be drawn in every style: typst takes the one font of a family that fits the style best, and asks
 * no other of that family. So all fonts of a family (whole files) must have a glyph, or typst's own symbols have it.
 */
export function fontCoverage(families: Uint8Array[][]): Coverage {
  const bits = new Uint8Array(0x110000 / 8);
  const mark = (into: Uint8Array) => (code: number) => {
    into[code >> 3] = (into[code >> 3] ?? 0) | (1 << (code & 7));
  };
  for (const family of families) {
    const styles = family.map((font) => {
      const style = new Uint8Array(bits.length);
      readCmap(new DataView(font.buffer, font.byteOffset, font.byteLength), mark(style));
      return style;
    });
    const byteInAll = (index: number) => styles.reduce((all, style) => all & (style[index] ?? 0), 0xff);
    for (let index = 0; index < bits.length; index++) bits[index] = (bits[index] ?? 0) | byteInAll(index);
  }
  for (const [from, to] of typstSymbols) for (let code = from; code <= to; code++) mark(bits)(code);
  return (code) => ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
}
