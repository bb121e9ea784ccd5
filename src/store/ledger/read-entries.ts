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
  /** The number the last page began with: the page reads backwards from there, the newest first. */
  before?: number | undefined;
  /** RFC 3339 instants: not earlier than the first, not later than the second. */
  since?: string | undefined;
  until?: string | undefined;
  /** Payloads of more bytes are left out. */
  mostPayloadBytes?: number;
};

type Row = Omit<KeptEntry, 'seq' | 'at' | 'incidentId'> & {
  seq: string;
  at: Date;
  incident_id: string | null;
  /** How many there are, up to the limit. */
  found: number;
};

const columns = `e.seq, e.at, e.actor, e.operation, e.incident_id, e.subject, e.hash, e.salt,
  case when octet_length(e.payload) <= $3 then e.payload end as payload, i.visibility,
  case when i.visibility = 'restricted'
    then array(select m.person_id::text from incident_member m where m.incident_id = i.id) else '{}' end as members`;

/** Payloads of a page take no more than this, but for one: a single one may be as long as a request. */
export const mostPageBytes = 16_000_000;

/**
 * Reads numbered entries in their order, or backwards; numbers, not ids, are what readers may page by. Where payloads are long the
 * page is shorter than its limit: `more` says whether to go on behind it.
 */
export async function readEntries(
  database: Database,
  page: EntryPage,
): Promise<{ entries: KeptEntry[]; more: boolean }> {
  const { after, limit, incidentId, actor, operation, before, since, until, mostPayloadBytes = 2_000_000_000 } = page;
  const values: unknown[] = [after, limit, mostPayloadBytes];
  const wanted = {
    'incident_id =': incidentId,
    'actor =': actor,
    'operation =': operation,
    'seq <': before,
    'at >=': since,
    'at <=': until,
  };
  const wheres = Object.entries(wanted)
    .filter(([, value]) => value !== undefined)
    .map(([compared, value]) => ` and e.${compared} $${values.push(value)}`);
  const order = `order by e.seq ${before === undefined ? 'asc' : 'desc'}`;
  // Lengths stand beside long payloads, which are not read for them.
  const text = `select ${columns}, e.found from (
      select e.*, count(*) over ()::integer as found, sum(bytes) over (${order}) - bytes as before_bytes from (
        select e.*, case when octet_length(payload) <= $3 then octet_length(payload) else 0 end as bytes from entry e
        where e.seq > $1${wheres.join('')} ${order} limit $2) as e) as e
    left join incident i on i.id = e.incident_id where e.before_bytes < ${mostPageBytes} ${order}`;
  const { rows } = await database.query<Row>({ text, values });
  const entries = rows.map((row): KeptEntry => {
    const { seq, at, incident_id: belongsTo, found: _, ...kept } = row;
    return { ...kept, seq: Number(seq), at: at.toISOString(), incidentId: belongsTo };
  });
  const found = rows[0]?.found ?? 0;
  return { entries, more: found === limit || rows.length < found };
}

/** The highest number given so far; -1 when there is none. */
export async function highestSeq(database: Database): Promise<number> {
  const text = 'select seq from entry where seq is not null order by seq desc limit 1';
  const { rows } = await database.query<{ seq: string }>({ text, values: [] });
  return Number(rows[0]?.seq ?? -1);
}
