import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Place } from './place.ts';

/** A comment as it is inserted. */
export type NewComment = {
  id: string;
  thread: string;
  place: Place | null;
  text: string;
  replacement: string | null;
  mentions: string[];
};

/** Ids as an array of Postgres: they are ours and hold no other signs. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Inserts the first comment of a thread, or a reply. */
export const insertComment = ({ actor, now }: StoredContext, incidentId: string, one: NewComment): Change => ({
  statement: sql`insert into comment (id, incident_id, thread_id, place, text, replacement, mentions, author, at)
    values (${one.id}::uuid, ${incidentId}::uuid, ${one.thread}::uuid, ${one.place === null ? null : JSON.stringify(one.place)}::json,
      ${one.text}, ${one.replacement}, ${idArray(one.mentions)}::uuid[], ${actorName(actor)}, ${now}::timestamptz)`,
});
