import { isSecretName, isVoid } from '../sources/secrets.ts';

/** A string of a JSON text. `start` and `end` are those of its quotes. */
export type JsonString = {
  start: number;
  end: number;
  text: string;
  isKey: boolean;
  /** True when its name says that the whole of it is a secret. */
  isSecret: boolean;
};

/** What a key says of its value. */
type Name = 'secret' | 'name' | 'value' | 'other';

/** Shorter strings hold nothing that has a shape: the shortest is `a@b.cd`. */
const shortest = 6;

const option = /^--?[\w-]*?(?:password|passwd|token|secret|key|credentials?)$/i;

/** A payload has few names and many values: each is looked at once. */
function namer(): (name: string) => Name {
  const known = new Map<string, Name>();
  return (name) => {
    let kind = known.get(name);
    if (kind === undefined) {
      const lower = name.toLowerCase();
      const pair = lower === 'name' || lower === 'key' || lower === 'header' ? 'name' : 'other';
      known.set(name, (kind = isSecretName(name) ? 'secret' : lower === 'value' ? 'value' : pair));
    }
    return kind;
  };
}

function endOf(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return text.length;
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === 92) escapes += 1;
    if (escapes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

function isFollowedByColon(text: string, end: number): boolean {
  let next = end;
  while (isSpace(text.charCodeAt(next))) next += 1;
  return text.charCodeAt(next) === 58;
}

/**
 * The strings of a valid JSON text, or of valid JSON lines, that may hide something. A value is a secret by its key, by the `name` beside it
 * (`{"name": "DB_PASSWORD", "value": …}`), or by the option before it (`["--token", …]`).
 */
export function jsonStrings(text: string): JsonString[] {
  const strings: JsonString[] = [];
  const nameKind = namer();
  let before: JsonString | undefined;
  let name: Name = 'other';
  let inList = false;
  let named = '';
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', before.end)) {
    const end = endOf(text, start);
    const raw = text.slice(start + 1, end - 1);
    const value = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
    const gap = text.slice(before?.end ?? 0, start).trim();
    const isItem = inList && gap === ',';
    if (before?.isKey && gap.startsWith(':')) {
      const opened = gap.slice(1).replaceAll(/\s/g, '');
      name = opened === '' || opened === '[' ? nameKind(before.text) : 'other';
      inList = opened.endsWith('[');
    } else if (!isItem) {
      name = 'other';
      inList = gap.endsWith('[');
    }
    if (gap.includes('}')) named = '';
    const isKey = isFollowedByColon(text, end);
    let isSecret = false;
    if (!isKey) {
      const ofPair = name === 'value' && named !== '' && isSecretName(named);
      const ofOption = isItem && before !== undefined && before.text.startsWith('-') && option.test(before.text);
      isSecret = (name === 'secret' || ofPair || ofOption) && !isVoid(value);
      if (name === 'name') named = value;
    }
    before = { start, end, text: value, isKey, isSecret };
    if (isSecret || value.length >= shortest) strings.push(before);
  }
  return strings;
}
