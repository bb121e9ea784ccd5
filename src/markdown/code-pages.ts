/** Characters of bytes 0x80 to 0xFF in Mac OS Roman (Unicode consortium, ROMAN.TXT). */
const macRomanText =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Characters of bytes 0x80 to 0x9F in windows-1252; the five unassigned ones stand as C1 controls. */
const cp1252Text = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function table(entries: Iterable<[string, number]>): ReadonlyMap<string, number> {
  return new Map(entries);
}

/** Character to byte, Mac OS Roman. */
export const macRoman = table([...macRomanText].map((char, index) => [char, 0x80 + index]));

/** Character to byte, windows-1252; bare C1 controls count too, so texts read as Latin-1 are covered. */
export const cp1252 = table([
  ...[...cp1252Text].map((char, index): [string, number] => [char, 0x80 + index]),
  ...Array.from({ length: 32 }, (_, index): [string, number] => [String.fromCharCode(0x80 + index), 0x80 + index]),
  ...Array.from({ length: 96 }, (_, index): [string, number] => [String.fromCharCode(0xa0 + index), 0xa0 + index]),
]);
