import { randomUUID } from 'node:crypto';
import { callStored } from '../../src/operations/call-stored.ts';
import type { Actor } from '../../src/operations/access/actor.ts';
import { storedOperations } from '../../src/operations/stored.ts';
import { storedContext } from '../../src/http/stored-context.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import type { PersonRole } from '../../src/store/tables.ts';

/** Somebody of a world whose clock a test moves: sessions would run out. */
export type Somebody = {
  id: string;
  does: <Answer>(operation: string, input: unknown) => Promise<Answer>;
};

/** A new person of a test's server, who calls operations at the moment that `around.now` gives. */
export async function somebody(around: Surroundings, role: PersonRole, name: string): Promise<Somebody> {
  const id = randomUUID();
  const row = { id, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`, name, role };
  await around.database.kysely
    .insertInto('person')
    .values({ ...row, created_at: around.now() })
    .execute();
  const actor: Actor = { kind: 'person', id, name, role, personId: id };
  return {
    id,
    does: async <Answer>(named: string, input: unknown) => {
      const operation = storedOperations.find((one) => one.name === named);
      if (operation === undefined) throw new Error(`there is no operation ${named}`);
      return (await callStored(operation, input, await storedContext(around, actor, around.now()))) as Answer;
    },
  };
}
