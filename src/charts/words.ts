/** `timeToDetect` as words: `time to detect`; abbreviations keep their capitals. */
export const words = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase()
    .replace(/\b(?:sl[aoi]|mcp|api)\b/g, (each) => each.toUpperCase());
