import type { StoredContext } from '../stored-operation.ts';

/** Names of actors by how the ledger calls them: `person:UUID`. One that is gone keeps what the ledger calls it. */
export async function actorNames(
  { database }: Pick<StoredContext, 'database'>,
  actors: string[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    [...new Set(actors)].filter((actor) => actor.startsWith(`${kind}:`)).map((actor) => actor.slice(kind.length + 1));
  const { rows } = await database.query<{ actor: string; name: string }>({
    text: `select 'person:' || id as actor, name from person where id::text = any($1)
      union all select 'token:' || id, name from token where id::text = any($2)`,
    values: [idsOf('person'), idsOf('token')],
  });
  return new Map([
    ['system', 'Hindcast'],
    ['source', 'Sources'],
    ...actors.filter((actor) => actor.startsWith('model:')).map((actor) => [actor, actor.slice(6)] as const),
    ...rows.map(({ actor, name }) => [actor, name] as const),
  ]);
}
