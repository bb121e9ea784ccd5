import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { Person, personOf } from './load.ts';

const Input = z.strictObject({});
const People = z.object({ items: z.array(Person) });

export const listPeople: StoredOperation<z.infer<typeof Input>, z.infer<typeof People>> = {
  name: 'people.list',
  sentence: 'List everybody who may sign in, or might once, by name.',
  permission: 'people.see',
  effect: 'read',
  input: Input,
  output: People,
  route: { method: 'GET', path: '/people' },
  run: async ({ database }) => {
    const rows = await database.kysely.selectFrom('person').selectAll().orderBy('name').orderBy('id').execute();
    return { items: rows.map(personOf) };
  },
};
