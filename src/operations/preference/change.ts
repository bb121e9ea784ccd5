import { sql } from 'kysely';
import { z } from 'zod';
import { Preference } from '../../notices/preference.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadPreference } from './load.ts';

const Input = z.strictObject({
  value: Preference,
  /** The version that the caller saw; 0 for who never chose anything. */
  seen: z.number().int().min(0),
});
type Input = z.infer<typeof Input>;

const Changed = z.object({ value: Preference, version: z.number().int() });
type Changed = z.infer<typeof Changed>;

async function changeOnce(context: StoredContext, { value, seen }: Input): Promise<Changed> {
  const { id } = context.actor;
  const { value: theirs, version } = await loadPreference(context, id);
  if (version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: 'preference', seen: String(seen), version: String(version) },
      { data: { path: '', yours: value, theirs, version } },
    );
  const json = JSON.stringify(value);
  return save(context, {
    operation: 'preference.change',
    subject: `person/${id}`,
    payload: { value },
    changes: [
      {
        statement:
          seen === 0
            ? sql`insert into preference (person_id, value) values (${id}::uuid, ${json}::jsonb) on conflict do nothing`
            : sql`update preference set value = ${json}::jsonb, version = version + 1 where person_id = ${id}::uuid and version = ${seen}`,
      },
    ],
    result: { value, version: seen + 1 },
  });
}

export const changePreference: StoredOperation<Input, Changed> = {
  name: 'preference.change',
  sentence: 'Say how you want to hear of things: which at once, which in a digest, when not at all.',
  permission: 'self.change',
  effect: 'write',
  input: Input,
  output: Changed,
  route: { method: 'PUT', path: '/preference' },
  run: (context, input) => retried(() => changeOnce(context, input)),
};
