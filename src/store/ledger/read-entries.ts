import type { Database } from '../database.ts';
import type { Visibility } from '../tables.ts';

/** A numbered entry as it is kept, and what decides who may see it. */
export type KeptEntry = {
  seq: number;
  at: string;
  actor: string;
  operation: string;
  incidentId: string | null;
  subject: string;
  hash: Uint8Array;
  salt: Uint8Array | null;
  /** Canonical JSON; null when it was erased, or is longer than the reader wanted. */
  payload: string | null;
  /** Null for an entry that belongs to no incident. */
  visibility: Visibility | null;
  /** Ids of the people named on the incident, when it is restricted. */
  members: string[];
};

/** Which entries, from which number on. */
export type EntryPage = {
  /** The number the last page ended with; -1 before the first. */
  after: number;
  limit: number;
  incidentId?: string | undefined;
  actor?: string | undefined;
  operation?: string | undefined;
  /** Payloads of more bytes are left out. */
  mostPayloadBytes?: number;
};

type Row = Omit<KeptEntry, 'seq' | 'at' | 'incidentId'> & { seq: string; at: Date; incident_id: string | null };

const columns = `e.seq, e.at, e.actor, e.operation, e.incident_id, e.subject, e.hash, e.salt,
  case when octet_length(e.payload) <= $3 then e.payload end as payload, i.visibility,
  case when i.visibility = 'restricted'
    then array(select m.person_id::text from incident_member m where m.incident_id = i.id) else '{}' end as members`;

/** Reads numbered entries in their order; numbers, not ids, are what readers may page by. */
export async function readEntries(database: Database, page: EntryPage): Promise<KeptEntry[]> {
  const { after, limit, incidentId, actor, operation, mostPayloadBytes = 2_000_000_000 } = page;
  const values: unknown[] = [after, limit, mostPayloadBytes];
  const wheres = Object.entries({ incident_id: incidentId, actor, operation })
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => ` and e.${column} = $${values.push(value)}`);
  const text = `select ${columns} from entry e left join incident i on i.id = e.incident_id
    where e.seq > $1${wheres.join('')} order by e.seq limit $2`;
  const { rows } = await database.query<Row>({ text, values });
  return rows.map(({ seq, at, incident_id: incident, ...row }) => ({
    ...row,
    seq: Number(seq),
    at: at.toISOString(),
    incidentId: incident,
  }));
}

/** The highest number given so far; -1 when there is none. */
export async function highestSeq(database: Database): Promise<number> {
  const text = 'select seq from entry where seq is not null order by seq desc limit 1';
  const { rows } = await database.query<{ seq: string }>({ text, values: [] });
  return Number(rows[0]?.seq ?? -1);
}
