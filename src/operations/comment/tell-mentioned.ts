import type { Change } from '../../store/commit.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import type { StoredContext } from '../stored-operation.ts';

const mostLetters = 500;

type Said = { incidentId: string; id: string; text: string; mentions: readonly string[] };

/** Tells the people whom a comment names, each once, also when it is edited; nobody is told of what they wrote themselves. */
export function tellMentioned(context: StoredContext, { incidentId, id, text, mentions }: Said): Change[] {
  const { actor } = context;
  const people = mentions.filter((person) => person !== (actor.personId ?? actor.id));
  if (people.length === 0) return [];
  const values = { by: actor.name, text: text.slice(0, mostLetters).toWellFormed() };
  return [
    enqueueNotices(context, [{ key: `comment.mention:${id}`, kind: 'comment.mention', incidentId, people, values }]),
  ];
}
