import { sql } from 'kysely';
import { z } from 'zod';
import { noticeKindNamed } from '../../notices/index.ts';
import { chosenKinds, choiceOf } from '../../notices/preference.ts';
import { retried, save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { loadPreference } from './load.ts';

/** What an e-mail was about, and to whom it went. */
export type Letter = { kind: string; sentence: string; personId: string };

/** The e-mail of an id that only its receiver knows; undefined when there is none, or it went to nobody with an account. */
export async function letterOf({ database }: StoredContext, id: string): Promise<Letter | undefined> {
  if (!z.guid().safeParse(id).success) return undefined;
  const row = await database.kysely
    .selectFrom('outgoing')
    .select(['kind', 'person_id'])
    .where('id', '=', id)
    .where('way', '=', 'email')
    .executeTakeFirst();
  const kind = row === undefined ? undefined : noticeKindNamed(row.kind);
  if (kind === undefined || row === undefined || row.person_id === null) return undefined;
  return { kind: kind.name, sentence: kind.sentence, personId: row.person_id };
}

/** Ends e-mails of one kind for a person; of a digest, those that would come in it. */
export async function unsubscribe(context: StoredContext, { kind, personId }: Letter): Promise<void> {
  await retried(async () => {
    const { value } = await loadPreference(context, personId);
    const ended = chosenKinds
      .map(({ name }) => name)
      .filter((name) => (kind === 'digest' ? choiceOf(value, name).email === 'digest' : name === kind));
    const kinds = Object.fromEntries(ended.map((name) => [name, { ...choiceOf(value, name), email: 'off' as const }]));
    const json = JSON.stringify({ ...value, kinds: { ...value.kinds, ...kinds } });
    await save(context, {
      operation: 'preference.unsubscribe',
      subject: `person/${personId}`,
      payload: { kinds: ended },
      changes: [
        {
          statement: sql`insert into preference (person_id, value) values (${personId}::uuid, ${json}::jsonb)
            on conflict (person_id) do update set value = excluded.value, version = preference.version + 1`,
        },
      ],
      result: {},
    });
  });
}
