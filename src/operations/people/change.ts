import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { withFreeEmail } from './email-taken.ts';
import { anotherOwner, requireAnotherOwner } from './last-owner.ts';
import { Email, loadPerson, Name, Person, requireOwnerFor, Role } from './load.ts';

const Input = z.strictObject({
  person: z.string(),
  name: Name.optional(),
  role: Role.optional(),
  /** Only owners change addresses: who reads the mail of an address can sign in by it. */
  email: Email.optional(),
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

/** Who reads the mail of the address before no longer comes in by it. */
const endLinks = (id: string, now: string): Change => ({
  rows: 'any',
  statement: sql`update login_link set used_at = ${now}::timestamptz where person_id = ${id}::uuid and used_at is null`,
});

async function changeOnce(context: StoredContext, { person: id, seen, ...asked }: Input): Promise<Person> {
  const old = await loadPerson(context, id);
  requireOwnerFor(context.actor, [old.role, asked.role, asked.email === undefined ? undefined : 'owner']);
  if (old.version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `person/${id}`, seen: String(seen), version: String(old.version) },
      { data: { path: '', yours: asked, theirs: old, version: old.version } },
    );
  const set = { name: asked.name ?? old.name, role: asked.role ?? old.role, email: asked.email ?? old.email };
  const stepsDown = old.role === 'owner' && set.role !== 'owner' && old.disabledAt === null;
  if (stepsDown) await requireAnotherOwner(context, old);
  return save(context, {
    operation: 'people.change',
    subject: `person/${id}`,
    payload: { ...asked, version: seen + 1 },
    changes: [
      {
        statement: sql`update person set name = ${set.name}, role = ${set.role}, email = ${set.email}, version = version + 1
          where id = ${id}::uuid and version = ${seen} and ${stepsDown ? anotherOwner(id) : sql`true`}`,
      },
      ...(set.email.toLowerCase() === old.email.toLowerCase() ? [] : [endLinks(id, context.now)]),
    ],
    result: { ...old, ...set, version: seen + 1 },
  });
}

export const changePerson: StoredOperation<Input, Person> = {
  name: 'people.change',
  sentence: "Change somebody's name or role, or, as an owner, their e-mail address.",
  permission: 'people.change',
  effect: 'write',
  input: Input,
  output: Person,
  route: { method: 'PATCH', path: '/people/{person}' },
  run: (context, input) => retried(() => withFreeEmail(input.email ?? '', () => changeOnce(context, input))),
};
