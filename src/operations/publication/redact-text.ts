import { maskSecrets } from '../../sources/mask.ts';
import { unhidden } from './hidden.ts';
import { type PublicHosts, withoutLinks } from './links.ts';
import type { Names } from './names.ts';
import { withoutNever } from './never.ts';
import { unspaced } from './unspaced.ts';
import { shapes } from './shapes.ts';

/** How to make a text public. */
export type Redaction = { names: Names; publicHosts: PublicHosts };

/** Something taken out: what kind, its own words, and what stands there now. */
export type Taken = { kind: string; text: string; instead: string };

const nameStart =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}@]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;
const inWord = /[\p{L}\p{N}]/u;

const kept = new WeakMap<Names, Map<string, string[]>>();

/** Names by their first two characters, so that a long list of people costs no more than a short one. */
function bucketed(names: Names): Map<string, string[]> {
  const made = kept.get(names) ?? Map.groupBy(names.keys(), (name) => name.slice(0, 2));
  kept.set(names, made);
  return made;
}

function withoutNames(text: string, names: Names, taken: (name: string, instead: string) => void): string {
  const buckets = bucketed(names);
  const parts: string[] = [];
  let done = 0;
  for (const { index } of text.matchAll(nameStart)) {
    if (index < done) continue;
    const ends = (name: string) => !inWord.test(text.charAt(index + name.length)) || unspaced.test(name);
    const name = buckets.get(text.slice(index, index + 2))?.find((one) => text.startsWith(one, index) && ends(one));
    if (name === undefined) continue;
    // "the the": the role brings its own article.
    const article = text.slice(Math.max(0, index - 4), index).toLowerCase() === 'the ';
    const instead = (names.get(name) ?? '').replace(article ? /^the / : /^$/, '');
    parts.push(text.slice(done, index), instead);
    taken(name, instead);
    done = index + name.length;
  }
  return parts.join('') + text.slice(done);
}

/** A text without the comments that Markdown does not show; one without an end stays, since it is shown. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', done)) {
    const end = text.indexOf('-->', start);
    if (end === -1) break;
    parts.push(text.slice(done, start));
    done = end + 3;
  }
  return parts.join('') + text.slice(done);
}

/** A text without names, links, addresses, hosts and secrets, and what was taken out. */
export function redactText(text: string, { names, publicHosts }: Redaction): { text: string; taken: Taken[] } {
  const taken: Taken[] = [];
  const masked = maskSecrets(unhidden(withoutComments(text)));
  if (masked.masked > 0) taken.push({ kind: 'secret', text: '(not shown)', instead: `masked ${masked.masked}` });
  let result = withoutLinks(masked.text, publicHosts, (link) =>
    taken.push({ kind: 'link', text: link, instead: '(link removed)' }),
  );
  for (const { kind, pattern, instead, accept } of shapes)
    result = result.replace(pattern, (match) => {
      if (accept !== undefined && !accept(match)) return match;
      taken.push({ kind, text: match, instead });
      return instead;
    });
  const named = (name: string, instead: string) => taken.push({ kind: 'name', text: name, instead });
  result = withoutNames(withoutNever(result, names, named), names, named);
  return { text: result, taken };
}
