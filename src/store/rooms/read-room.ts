import type { Database } from '../database.ts';

/** An update as it is kept. */
export type KeptUpdate = {
  id: string;
  at: Date;
  /** `person:UUID`, `token:UUID` or `system`. */
  actor: string;
  /** The field, for a change of the record that was brought into the room. */
  path: string | null;
  bytes: Uint8Array;
};

/** How far a reader has come: everything written by transactions before `horizon` is known to them, and the state of `version`. */
export type ReadUpTo = { horizon: string; version: number };

export const nothingRead: ReadUpTo = { horizon: '0', version: 0 };

/** What is new in a room: perhaps a newer state, and updates, of which some may be known already. */
export type RoomNews = { updates: KeptUpdate[]; state?: Uint8Array; upTo: ReadUpTo };

/**
 * Reads what is new in a room. Updates come first: one that is compacted between the two statements is in the state that is read
 * after. The horizon is the oldest transaction still running, so that a late commit with a lower id is never passed by.
 */
export async function readRoom(
  database: Database,
  incidentId: string,
  { horizon, version }: ReadUpTo,
): Promise<RoomNews> {
  const updates = await database.query<KeptUpdate & { horizon: string; id: string | null }>({
    text: `select h.horizon, u.id, u.at, u.actor, u.path, u.bytes
      from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) h
      left join room_update u on u.incident_id = $1 and u.written_in >= $2::xid8 order by u.id`,
    values: [incidentId, horizon],
  });
  const states = await database.query<{ state: Uint8Array; version: number }>({
    text: 'select state, version from room where incident_id = $1 and version > $2',
    values: [incidentId, version],
  });
  const [state] = states.rows;
  return {
    updates: updates.rows.filter(({ id }) => id !== null),
    ...(state === undefined ? {} : { state: state.state }),
    upTo: { horizon: updates.rows[0]?.horizon ?? horizon, version: state?.version ?? version },
  };
}
