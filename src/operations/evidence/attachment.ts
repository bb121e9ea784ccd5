import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { stillOpen } from '../part/statements.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Item } from './item.ts';

/** What was stored, and what it is called. */
type Told = Pick<Item, 'sha256' | 'bytes' | 'type' | 'name' | 'note' | 'retainUntil'>;

/** What has arrived in the store as a piece of evidence of an incident, and the changes that attach it. */
export function attachment(context: StoredContext, incidentId: string, told: Told): { item: Item; changes: Change[] } {
  const { actor, now } = context;
  const [id, addedBy] = [context.newId(), actorName(actor)];
  const { sha256, bytes, type, name, note, retainUntil } = told;
  return {
    item: {
      id,
      sha256,
      bytes,
      type,
      name,
      note,
      retainUntil,
      addedAt: now,
      addedBy,
      detachedAt: null,
      removedAt: null,
    },
    changes: [
      {
        statement: sql`insert into evidence (sha256, bytes, type, stored_at) values (${sha256}, ${bytes}, ${type}, ${now}::timestamptz)
          on conflict (sha256) do update set removed_at = null`,
      },
      {
        // Who attaches the same bytes in the same moment meets the index, and then finds them attached.
        statement: sql`insert into incident_evidence (id, incident_id, sha256, name, note, added_at, added_by, retain_until)
          select ${id}::uuid, ${incidentId}::uuid, ${sha256}, ${name}, ${note}, ${now}::timestamptz, ${addedBy}, ${retainUntil}::timestamptz
          where ${stillOpen(incidentId)}`,
      },
    ],
  };
}
