import { plainText } from '../../markdown/plain.ts';
import { isNobody } from './name-fields.ts';
import { isAlsoWord } from './name-forms.ts';
import { isOrdinary } from './ordinary.ts';

const capital = /^(?:[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]{1,30}|\p{Lu}\.?|@[\w.-]{2,40}|\p{Lo}[\p{L}\p{M}’'-]{1,30})$/u;
const small = /^\p{Ll}[\p{L}\p{M}\p{N}'’._-]{2,30}$/u;
/** Small words within a name: they are no names alone. */
const particle =
  /^(?:a[fv]|al|bin|bint|d[aeiu]|dal|dall[ao]|del|della|de[nr]|do|do[sn]|das|e|el|ibn|i|l[aeo]|te[nr]|van|vande[nr]?|vo[nm]|y|zu[mr]?|’t|'t)$/u;
const title = /^(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Herr|Frau|Ing|Dipl)\.?\s+/u;
const mail = /<?(?:mailto:)?([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}>?/g;

/** True for a word within a name that names nobody alone. */
export const isParticle = (word: string): boolean => particle.test(word);

/** The user name of an address as a person: of `p.kowalski@…` it is `P. Kowalski`, with the user name itself. */
function ofMail(user: string): string[] {
  const parts = user.replace(/\+.*/, '').split(/[._-]/).filter(Boolean);
  if (parts.every((part) => isNobody(part) || (isOrdinary(part) && !isAlsoWord(part)))) return [];
  const large = (part: string) => part.charAt(0).toUpperCase() + part.slice(1) + (part.length === 1 ? '.' : '');
  const isFull = parts.length > 1 && parts.every((part) => /^[a-z]+$/i.test(part) && !isNobody(part));
  return isFull ? [user, parts.map(large).join(' ')] : [user];
}

/** True for what stands in a field for people and names one: with a capital, or no word at all; teams and roles name nobody. */
function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.some(isNobody) || isParticle(words.at(-1) ?? '')) return false;
  if (words.every((word, index) => capital.test(word) || (index > 0 && isParticle(word))))
    return /[\p{L}\p{M}\w]{2}/u.test(name);
  const isOwn = (word: string) => small.test(word) && (!isOrdinary(word) || (words.length > 1 && isAlsoWord(word)));
  return words.length <= 3 && words.every((word, index) => isOwn(word) || (index > 0 && isParticle(word)));
}

/** `piotr kowalski` as it is written elsewhere; one word alone is a user name. */
const withCapitals = (name: string): string =>
  name.includes(' ') && !/\p{Lu}/u.test(name)
    ? name.replaceAll(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name;

/** The people that a value of a name field lists: `Ann Lee, Ben & @carl`, `**Ann Lee** - SRE`, `Lee, Ann <ann@…>`. */
export function peopleIn(value: string): string[] {
  const mails: string[] = [];
  const plain = plainText(value.slice(0, 1000).replaceAll(/\]\(mailto:([^()\s]{1,200})\)/g, '], $1'))
    .replaceAll(/[[\]]/g, '')
    .replaceAll(mail, (_, user: string) => {
      mails.push(...ofMail(user));
      return ',';
    });
  const nicknames = [...plain.matchAll(/["“”(]([\p{L}\p{N}_-]{2,30})["“”)]/gu)].map(([, name = '']) => name);
  const parts = plain
    .replaceAll(/["“][^"“”]{1,30}["”]/g, ' ')
    .split(/[,;/&()|:<>\n]| and |\s[-–—]\s/)
    .map((part) => part.trim().replace(title, '').replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '' && part.split(' ').length <= 5);
  const turned = /^\s*([\p{L}\p{M}'’-]+), ([\p{L}\p{M}'’-]+)[\s,]*$/u.exec(plain);
  const both = turned === null ? [] : [`${turned[2]} ${turned[1]}`];
  return [...both, ...parts, ...nicknames, ...mails].filter(isName).map(withCapitals);
}
