const stop = new Set(
  (
    'a an and are as at be been but by can could did do does for from get got had has have he her his how if in into is it its no not of off on or our ' +
    'she so than that the their them then there these they this those to too up was we were what when where which while who why will with would you your ' +
    'happen happened happens occur occurred cause caused causes incident outage issue problem failure because due result resulted led'
  ).split(' '),
);

/** Content words of a text, cut to a stem of five letters so that `queries` and `query` meet. At most 200. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text
    .slice(0, 4000)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]{2,40}/gu)) {
    if (!stop.has(word)) stems.add(stem(word));
    if (stems.size >= 200) break;
  }
  return stems;
}

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/, '').slice(0, 5) : word);

/** Share of the first set that is also in the second, 0 to 1. */
export function contained(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of part) if (whole.has(word)) shared += 1;
  return part.size === 0 ? 0 : shared / part.size;
}
