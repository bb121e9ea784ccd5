import type { PostmortemRecord } from '../../record/record.ts';
import { formsOfFull, formsOfWord } from './name-forms.ts';

/** A person's name or one word of it, and the role that stands for it. */
export type Names = ReadonlyMap<string, string>;

/** What stands for somebody without a role in the incident. */
const anybody = 'a team member';
/** What stands for a word that is never public. */
const removedWord = '(name removed)';
/** Words that stand in name fields and name nobody. */
const nobody =
  /^(?:team|on-?call|engineers?|engineering|support|systems?|bot|monitoring|sre|ops|devops|platform|security|lead|manager|tbd|the|and|unknown|none|name|all|everyone|customer|service|backend|frontend|database|infrastructure|dba|admin|administrator|user|owner|cto|ceo|ciso|vp|it|qa)$/i;
const word = /^(?:\p{Lu}[\p{L}'’.-]{1,30}|@[\w.-]{2,40})$/u;

/** The people that a value of a name field lists: `Ann Lee, Ben & @carl`. */
function peopleIn(value: string): string[] {
  return value
    .slice(0, 1000)
    .split(/[,;/&()\n]| and /)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.split(/\s+/).length <= 5);
}

const isName = (name: string): boolean => {
  const words = name.split(/\s+/);
  return words.every((one) => word.test(one)) && !words.some((one) => nobody.test(one));
};

const servicesOf = ({ incident, systems }: PostmortemRecord): string[] => [
  ...(incident?.services ?? '').split(/[\s,;/]+/),
  ...(systems ?? []).map(({ name }) => name ?? ''),
];

/**
 * Every name the record and the team's list of people know, longest first, each with what to write instead.
 * Single words of a name count too: people are called by their first name. @param never what owners never want to be public,
 * as the names of customers
 */
export function namesOf(record: PostmortemRecord, team: readonly string[], never: readonly string[] = []): Names {
  const found = new Map<string, string>();
  const add = (value: string | undefined, instead: string) => {
    for (const name of peopleIn(value ?? '')) if (isName(name) && !found.has(name)) found.set(name, instead);
  };
  const asRole = (role: string | undefined) => (role === undefined ? anybody : `the ${role}`);
  for (const { role, name } of record.roles ?? []) add(name, asRole(role));
  for (const { role, name } of record.signoffs ?? []) add(name, asRole(role));
  for (const { name } of record.attendees ?? []) add(name, anybody);
  const { owner, authors, reviewedBy, completedBy, lastUpdatedBy } = record.document ?? {};
  for (const value of [owner, authors, reviewedBy, completedBy, lastUpdatedBy]) add(value, anybody);
  add(record.meeting?.attendees, anybody);
  // One word alone is a team or a service as often as a person: it is reported, not replaced everywhere.
  for (const action of record.actions ?? []) if (/\s|@/.test(action.owner ?? '')) add(action.owner, anybody);
  for (const name of team) add(name, anybody);
  const full = [...found];
  for (const [name, instead] of full)
    for (const [index, part] of name.split(/\s+/).entries())
      // Short words behind the first are particles more often than names: de, Le, Jr.
      if (part.length >= (index === 0 ? 2 : 3) && !part.endsWith('.') && !found.has(part)) found.set(part, instead);
  for (const service of servicesOf(record)) found.delete(service);
  for (const [name, instead] of full)
    for (const form of formsOfFull(name)) if (!found.has(form)) found.set(form, instead);
  for (const [name, instead] of found)
    if (!/[\s@.,_-]/.test(name)) for (const form of formsOfWord(name)) if (!found.has(form)) found.set(form, instead);
  for (const word of never)
    for (const form of [word, word.toUpperCase(), word.toLowerCase()]) found.set(form, removedWord);
  return new Map([...found].toSorted(([a], [b]) => b.length - a.length));
}
