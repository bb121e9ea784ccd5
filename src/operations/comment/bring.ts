import { sql } from 'kysely';
import { save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { mentionsIn } from './mentions.ts';
import type { Place } from './place.ts';
import type { State } from './thread.ts';

/** A comment of another server, with the names that it has here. */
export type Brought = {
  id: string;
  thread: string;
  place: Place | null;
  text: string;
  replacement: string | null;
  author: string;
  /** What the author was called there, when they have no account here. */
  authorName: string | null;
  at: string;
  editedAt: string | null;
  removedAt: string | null;
  state: State;
  settledBy: string | null;
  settledAt: string | null;
};

/** Brings the comments of an imported incident in as they were written, by whom and when; the context's key keeps it to once. */
export async function bringComments(context: StoredContext, incidentId: string, all: Brought[]): Promise<void> {
  const ids = new Map(all.map(({ id }) => [id, context.newId()]));
  const rows = await Promise.all(
    all.map(async ({ id, thread, ...one }) => ({
      ...one,
      id: ids.get(id),
      thread: ids.get(thread) ?? ids.get(id),
      mentions: await mentionsIn(context, one.text),
    })),
  );
  await save(context, {
    operation: 'comment.import',
    incidentId,
    subject: 'comments',
    payload: { comments: rows },
    changes: [
      {
        rows: rows.length,
        statement: sql`insert into comment (id, incident_id, thread_id, place, text, replacement, mentions, author, author_name, at,
            edited_at, removed_at, state, settled_by, settled_at)
          select c.id, ${incidentId}::uuid, c.thread, c.place, c.text, c.replacement, c.mentions, c.author, c."authorName", c.at,
            c."editedAt", c."removedAt", c.state, c."settledBy", c."settledAt"
          from json_to_recordset(${JSON.stringify(rows)}::json) as c (id uuid, thread uuid, place json, text text, replacement text,
            mentions uuid[], author text, "authorName" text, at timestamptz, "editedAt" timestamptz, "removedAt" timestamptz,
            state text, "settledBy" text, "settledAt" timestamptz)`,
      },
    ],
    result: null,
  });
}
