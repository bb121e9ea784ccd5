import type { PostmortemRecord } from '../../record/record.ts';
import { isAlsoWord } from './name-forms.ts';
import { isOrdinary } from './ordinary.ts';

/** What stands for somebody without a role in the incident. */
export const anybody = 'a team member';

const nobody =
  /^(?:teams?|on-?call|engineers?|engineering|support|systems?|bots?|agent|monitoring|alert(?:ing|s)?|automation|automatic|cron|scheduler|pipeline|ci|sre|ops|operations|devops|platform|security|squad|group|department|crew|desk|vendor|provider|lead|manager|management|tbd|tba|todo|the|and|unknown|none|nobody|name|all|everyone|customers?|users?|service|backend|frontend|database|infrastructure|infra|network|dba|admin|administrator|owner|developers?|dev|cto|ceo|ciso|vp|it|qa)$/i;

/** True for a word that stands in name fields and names nobody. */
export const isNobody = (word: string): boolean => nobody.test(word);

const initials = /^(?:\p{L}\.?){1,3}$/u;
/** What the redaction put there. */
const placeholder = /\([a-z -]{0,30}removed\)|\(masked: [^()]{0,60}\)/g;

/**
 * True when a field for a person, after its redaction, still may name one: it is no role of the record, and no team or
 * system. Small letters, other scripts and first names that are words say nothing here: whoever stands here is somebody.
 */
export function maySomebody(value: string, { roles, incident }: PostmortemRecord): boolean {
  const text = value.replaceAll(placeholder, ' ').trim();
  if (text === anybody || roles?.some(({ role }) => text === `the ${role}`)) return false;
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || /^n[./]?a\.?$/i.test(text)) return false;
  const services = new Set(incident?.services?.toLowerCase().split(/[\s,;/]+/));
  const isOwn = (word: string) =>
    !isNobody(word) &&
    !services.has(word.toLowerCase()) &&
    (isAlsoWord(word) || !isOrdinary(word) || initials.test(word));
  return !words.some(isNobody) || words.some(isOwn);
}
