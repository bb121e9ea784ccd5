import type { StoredContext } from '../stored-operation.ts';

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Whether a text names somebody: `@` and the name, which goes on in no further letter. Pure. */
export function names(text: string, name: string): boolean {
  const [whole, wanted] = [text.toLowerCase(), `@${name.toLowerCase()}`];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1))
    if (!isLetter(whole, at - 1) && !isLetter(whole, at + wanted.length)) return true;
  return false;
}

/** Ids of the people whom a text names. Of two that are called alike it names both. */
export async function mentionsIn({ database }: StoredContext, text: string): Promise<string[]> {
  if (!text.includes('@')) return [];
  const people = await database.kysely
    .selectFrom('person')
    .select(['id', 'name'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  return people.filter(({ name }) => name.trim() !== '' && names(text, name)).map(({ id }) => id);
}
