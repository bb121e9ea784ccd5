import { bringComments } from '../../operations/comment/bring.ts';
import { assemble } from '../../operations/part/assemble.ts';
import { loadParts } from '../../operations/part/load.ts';
import { namedPath } from './comment-paths.ts';
import type { ExportedAuthor, ExportedComment } from './export-form.ts';
import type { ContextNow } from './import-folder.ts';
import { idsByEmail } from './import-people.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** How the ledger here names somebody from there; who has no account here is nobody of that kind. */
function actorHere({ kind, email }: ExportedAuthor, known: ReadonlyMap<string, string>): string {
  const id = email === null ? undefined : known.get(email.toLowerCase());
  return kind === 'system' ? kind : `${kind}:${id ?? nobody}`;
}

/** Brings the comments of an exported incident in, once; `from` is its id there, `id` here. */
export async function importComments(
  comments: ExportedComment[],
  { from, id }: { from: string; id: string },
  now: ContextNow,
): Promise<void> {
  if (comments.length === 0) return;
  const context = { ...(await now()), key: `import:comments:${from}` };
  const known = await idsByEmail(now);
  const { versions } = assemble(await loadParts(context, id));
  const brought = comments.map(({ author, settledBy, place, ...one }) => {
    const actor = actorHere(author, known);
    return {
      ...one,
      place: place === null ? null : { ...place, path: namedPath(place.path, versions) },
      author: actor,
      authorName: actor.endsWith(nobody) ? author.name : null,
      settledBy: settledBy === null ? null : actorHere(settledBy, known),
    };
  });
  await bringComments(context, id, brought);
}
