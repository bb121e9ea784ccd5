import type { Database } from '../database.ts';
import type { ReadUpTo } from './read-room.ts';

/**
 * Puts a state in place of the one that was read and of the updates before the horizon, all of which are in it. Gives false, and
 * changes nothing, when another process was faster.
 */
export async function compactRoom(
  database: Database,
  incidentId: string,
  state: Uint8Array,
  { horizon, version }: ReadUpTo,
): Promise<boolean> {
  const { count } = await database.query({
    text: `with moved as (
        update room set state = $2, version = version + 1 where incident_id = $1 and version = $3 returning incident_id),
      gone as (
        delete from room_update u using moved m where u.incident_id = m.incident_id and u.written_in < $4::xid8 returning 1)
      select 1 from moved`,
    values: [incidentId, Buffer.from(state), version, horizon],
    once: true,
  });
  return count === 1;
}
