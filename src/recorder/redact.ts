import { maskSecrets } from '../sources/mask.ts';

/** Names of fields whose text is a secret, whatever it looks like. */
const secretName =
  /pass(?:word|wd|phrase|code)|(?:^|[^a-z])pwd(?:$|[^a-z])|secret|token|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|authori[sz]ation|credential|cookie|session[-_ ]?id/i;

/** Characters of one text that are looked at, and that are kept; of a whole value; entries of a list. */
export type Limits = { readChars: number; textChars: number; valueChars: number; entries: number };
export const limits: Limits = { readChars: 65_536, textChars: 4000, valueChars: 8000, entries: 200 };

const mostDepth = 40;

/** A text that is short enough, with what was left out said. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… (${text.length - most} more characters)`;
}

/** Values of environment variables that are named like secrets: what a tool is started with often comes back in its errors. */
export const secretsOf = (env: NodeJS.ProcessEnv): string[] =>
  Object.entries(env)
    .filter(([name, value]) => /key|token|secret|pass|credential|auth/i.test(name) && (value?.length ?? 0) >= 8)
    .map(([, value]) => value as string)
    .filter((value) => !value.startsWith('/'))
    .toSorted((left, right) => right.length - left.length);

/** Masks the secrets in a text, by their shape and those that are known, and shortens it. */
export function redactText(text: string, known: readonly string[], most = limits.textChars): string {
  let read = text.slice(0, limits.readChars);
  for (const secret of known) read = read.replaceAll(secret, '(masked: environment)');
  const shown = maskSecrets(read).text;
  // What was not looked at is not shown, either.
  const isWhole = text.length <= limits.readChars;
  return isWhole ? cut(shown, most) : `${shown.slice(0, most)}… (cut, of ${text.length} characters)`;
}

/**
 * A copy of a JSON value without secrets, and small: what is masked or left out is said in its place. The work is bounded by the
 * limits, not by the value.
 */
export function redact(value: unknown, known: readonly string[]): unknown {
  let left = limits.valueChars;
  const text = (whole: string): string => {
    const shown = redactText(whole, known, Math.min(limits.textChars, Math.max(left, 0)));
    left -= shown.length;
    return shown;
  };
  const walk = (part: unknown, depth: number): unknown => {
    left -= 8;
    if (typeof part === 'string') return text(part);
    if (typeof part !== 'object' || part === null) return part;
    if (depth > mostDepth || left < 0) return '…';
    if (Array.isArray(part)) {
      const shown = part.slice(0, limits.entries).map((item) => walk(item, depth + 1));
      return part.length > limits.entries ? [...shown, `… (${part.length - limits.entries} more)`] : shown;
    }
    const entries = Object.entries(part);
    const shown = entries.slice(0, limits.entries).map(([name, child]): [string, unknown] => {
      const isSecret = secretName.test(name) && typeof child === 'string' && child !== '';
      return [text(name), isSecret ? '(masked: by its name)' : walk(child, depth + 1)];
    });
    if (entries.length > limits.entries) shown.push(['…', `${entries.length - limits.entries} more`]);
    return Object.fromEntries(shown);
  };
  return walk(value, 0);
}

const secretOption = /^--?[\w-]*(?:pass|pwd|secret|token|key|auth|credential)[\w-]*$/i;

/** The words of a command without secrets: those of known shape, and those that follow an option named like one. */
export const redactWords = (words: readonly string[], known: readonly string[]): string[] =>
  words.map((word, index) =>
    secretOption.test(words[index - 1] ?? '') ? '(masked: by its option)' : redactText(word, known, 500),
  );
