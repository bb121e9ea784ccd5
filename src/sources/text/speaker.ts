/** Who speaks, and how much of the line says so. `isPerson` when it cannot be the name of a program: `Jane Doe:`, `<jane>`. */
export type Speaker = { name: string; length: number; isPerson: boolean };

const letter = String.raw`[\p{L}\d.'’()_-]{0,30}`;
const capitals = String.raw`[\p{Lu}\p{Lo}]${letter}(?:\s[\p{Lu}\p{Lo}(]${letter}){0,3}`;
const forms: { pattern: RegExp; isPerson: boolean }[] = [
  { pattern: /^<[@+%~& ]?([^<>\n]{1,40})>\s+/, isPerson: true },
  { pattern: /^From\s+(.{1,60}?)\s+to\s+.{1,60}?:(?:\s+|$)/, isPerson: true },
  // IRC writes what somebody does with a star, and some of its clients part the name with a tab.
  { pattern: /^\*\s{1,2}([^\s*]{1,30})\s+/, isPerson: true },
  { pattern: /^[@+%~&]?([\p{L}][\w.-]{1,30})\t/u, isPerson: true },
  { pattern: new RegExp(String.raw`^@?(${capitals})\s?[:：]\s+`, 'u'), isPerson: true },
  { pattern: /^(\+\d[\d\s()-]{6,20}):\s+/, isPerson: true },
  { pattern: /^@?([\p{Ll}][\w.-]{1,30})\s?:\s+/u, isPerson: false },
];

/** Words that stand where a name might, and say how bad it is. */
const level =
  /^(?:emergency|alert|critical|fatal|panic|severe|err(?:or)?|warn(?:ing)?|notice|info(?:rmation)?|debug|trace(?:back)?|verbose|exception|stdout|stderr|fail(?:ed|ure)?)$/i;

/** Labels of a report, which are nobody either. */
const label = /^(?:status|subject|summary|title|impact|update|note|notes|details?|severity|cause|root cause|date)$/i;

/** True for a line that begins with a level as a word of its own: `Error: ...`. */
export const isLevel = (text: string): boolean => level.test(/^(\p{L}{3,12})(?=:\s|\t)/u.exec(text)?.[1] ?? '');

/** Who speaks in a line of a chat or in notes; undefined when nobody is named. */
export function speakerIn(text: string): Speaker | undefined {
  for (const { pattern, isPerson } of forms) {
    const found = pattern.exec(text);
    const name = found?.[1]?.trim();
    if (found && name && !level.test(name) && !label.test(name)) return { name, length: found[0].length, isPerson };
  }
  return undefined;
}
