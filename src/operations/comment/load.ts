import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../../store/tables.ts';
import { HindcastError } from '../errors.ts';
import { actorNames } from '../history/actor-names.ts';

import type { Part } from '../part/assemble.ts';
import { partsOfKeys } from '../part/parts-of-keys.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type Place, placePath, standingOf } from './place.ts';
import type { Author, Comment, Thread } from './thread.ts';

type Row = Selectable<Tables['comment']>;
type Names = { actors: Map<string, string>; people: Map<string, string> };

const kinds: Record<string, Author['kind']> = { person: 'person', token: 'agent', model: 'agent' };

/** An actor as the ledger names it, with what it is called. */
export function authorOf(actor: string, actors: Names['actors'], called: string | null = null): Author {
  const [kind = ''] = actor.split(':');
  return { id: actor, name: called ?? actors.get(actor) ?? actor, kind: kinds[kind] ?? 'system' };
}

const commentOf = (row: Row, names: Names): Comment => ({
  id: row.id,
  author: authorOf(row.author, names.actors, row.author_name),
  at: row.at.toISOString(),
  text: row.text,
  mentions: row.mentions.map((id) => ({ id, name: names.people.get(id) ?? id })),
  editedAt: row.edited_at?.toISOString() ?? null,
  removed: row.removed_at !== null,
});

/** A thread is shown as long as anything of it was not removed. */
function threadOf(first: Row, replies: Row[], names: Names, parts: readonly Part[]): Thread | undefined {
  const left = replies.filter((row) => row.removed_at === null);
  if (first.removed_at !== null && left.length === 0) return undefined;
  const place = first.place as Place | null;
  const { state, replacement, settled_at: at, settled_by: by } = first;
  return {
    id: first.id,
    place,
    standing: place === null ? 'there' : standingOf(place, parts),
    replacement,
    state,
    settled: at === null || by === null ? null : { by: authorOf(by, names.actors), at: at.toISOString() },
    comments: [first, ...left].map((row) => commentOf(row, names)),
  };
}

async function namesOf(context: StoredContext, rows: Row[]): Promise<Names> {
  const mentioned = [...new Set(rows.flatMap(({ mentions }) => mentions))].map((id) => `person:${id}`);
  const actors = await actorNames(context, [
    ...rows.flatMap(({ author, settled_by: by }) => [author, ...(by === null ? [] : [by])]),
    ...mentioned,
  ]);
  return { actors, people: new Map([...actors].map(([actor, name]) => [actor.replace(/^person:/, ''), name])) };
}

const keyOf = (row: Row): string[] => (row.place === null ? [] : [placePath((row.place as Place).path).key]);

/** The threads of an incident, or one of them, oldest first. */
export async function loadThreads(context: StoredContext, incidentId: string, only?: string): Promise<Thread[]> {
  const rows = await context.database.kysely
    .selectFrom('comment')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .$if(only !== undefined, (query) => query.where('thread_id', '=', only ?? ''))
    .orderBy('number')
    .execute();
  const byThread = Map.groupBy(rows, (row) => row.thread_id);
  const [names, parts] = await Promise.all([
    namesOf(context, rows),
    partsOfKeys(context, incidentId, [...new Set(rows.flatMap(keyOf))]),
  ]);
  return [...byThread].flatMap(([id, own]) => {
    const first = own.find((row) => row.id === id);
    const thread =
      first &&
      threadOf(
        first,
        own.filter((row) => row !== first),
        names,
        parts,
      );
    return thread ?? [];
  });
}

/** @throws HindcastError `comment.not-found`, for one of another incident as well */
export async function loadThread(context: StoredContext, incidentId: string, id: string): Promise<Thread> {
  const known = z.guid().safeParse(id).success;
  const [thread] = known ? await loadThreads(context, incidentId, id) : [];
  if (thread === undefined) throw new HindcastError('comment.not-found', { id });
  return thread;
}

/** A comment or reply and its thread. @throws HindcastError `comment.not-found` */
export async function loadComment(
  context: StoredContext,
  incidentId: string,
  id: string,
): Promise<{ thread: Thread; comment: Comment }> {
  const row = z.guid().safeParse(id).success
    ? await context.database.kysely.selectFrom('comment').select('thread_id').where('id', '=', id).executeTakeFirst()
    : undefined;
  const thread = await loadThread(context, incidentId, row?.thread_id ?? id);
  const comment = thread.comments.find((one) => one.id === id);
  if (comment === undefined || comment.removed) throw new HindcastError('comment.not-found', { id });
  return { thread, comment };
}
