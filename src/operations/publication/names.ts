import type { PostmortemRecord } from '../../record/record.ts';
import { formsOfFull, formsOfWord } from './name-forms.ts';
import { anybody } from './name-fields.ts';
import { removedWord } from './never.ts';
import { isParticle, peopleIn } from './people.ts';
import { unspaced } from './unspaced.ts';

/** A person's name or one word of it, and the role that stands for it. */
export type Names = ReadonlyMap<string, string>;

const servicesOf = ({ incident, systems }: PostmortemRecord): string[] => [
  ...(incident?.services ?? '').split(/[\s,;/]+/),
  ...(systems ?? []).map(({ name }) => name ?? ''),
];

/** The words of a name that name somebody alone. */
function partsOf(name: string): string[] {
  if (name.startsWith('@')) return [name.slice(1)];
  const words = name.split(/\s+/);
  // Of four signs of Han, two are the family's as a rule.
  if (words.length === 1 && /^\p{Script=Han}{4}$/u.test(name)) return [[...name].slice(0, 2).join('')];
  const own = words.flatMap((word, index) => (index === 0 && word.includes('-') ? [word, ...word.split('-')] : [word]));
  return own.filter((word, index) => {
    if (unspaced.test(word)) return [...word].length > 1;
    // Short words behind the first are particles more often than names: de, Le, Jr.
    return word.length >= (index === 0 ? 2 : 3) && !word.endsWith('.') && !(index > 0 && isParticle(word));
  });
}

/**
 * Every name the record and the team's list of people know, longest first, each with what to write instead.
 * Single words of a name count too: people are called by their first name. @param never what owners never want to be public,
 * as the names of customers
 */
export function namesOf(record: PostmortemRecord, team: readonly string[], never: readonly string[] = []): Names {
  const found = new Map<string, string>();
  const add = (value: string | undefined, instead: string) => {
    for (const name of peopleIn(value ?? '')) if (!found.has(name)) found.set(name, instead);
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
  for (const [name, instead] of full) for (const part of partsOf(name)) if (!found.has(part)) found.set(part, instead);
  for (const service of servicesOf(record)) found.delete(service);
  for (const [name, instead] of full)
    for (const form of formsOfFull(name)) if (!found.has(form)) found.set(form, instead);
  for (const [name, instead] of found)
    if (!/[\s@.,_-]/.test(name)) for (const form of formsOfWord(name)) if (!found.has(form)) found.set(form, instead);
  for (const word of never) found.set(word, removedWord);
  return new Map([...found].toSorted(([a], [b]) => b.length - a.length));
}
