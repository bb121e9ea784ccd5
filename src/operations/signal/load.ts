import type { SourceEvent } from '../../sources/index.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** A signal as its joining needs it. */
export type SignalRow = {
  id: string;
  key: string;
  source: string;
  event: Omit<SourceEvent, 'evidence' | 'key'>;
  fold: string | null;
  conditionKey: string | null;
  conditionName: string | null;
  conditionState: 'open' | 'closed' | null;
  deliveryId: string;
  /** SHA-256 of the delivery's stored body, in hex. */
  sha256: string;
  pointer: string;
  rank: string;
  incidentId: string | null;
  entryId: string | null;
  told: string | null;
};

const columns = `s.id, s.key, s.source, s.event, s.fold, s.condition_key as "conditionKey", s.condition_name as "conditionName",
  s.condition_state as "conditionState", s.delivery_id as "deliveryId", encode(d.sha256, 'hex') as sha256, s.pointer, s.rank,
  s.incident_id as "incidentId", s.entry_id as "entryId", s.told
  from signal s join delivery d on d.id = s.delivery_id`;

/** The signals of these ids. @throws HindcastError `signal.not-found` */
export async function loadSignals({ database }: StoredContext, ids: readonly string[]): Promise<SignalRow[]> {
  const text = `select ${columns} where s.id = any($1::uuid[]) order by s.id`;
  const { rows } = await database.query<SignalRow>({ text, values: [ids] });
  const found = new Set(rows.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id.toLowerCase()));
  const [first] = missing;
  if (first !== undefined) throw new HindcastError('signal.not-found', { id: first, count: String(missing.length) });
  return rows;
}

/** All signals of an incident. */
export async function signalsOf({ database }: StoredContext, incidentId: string): Promise<SignalRow[]> {
  const text = `select ${columns} where s.incident_id = $1::uuid order by s.id`;
  return (await database.query<SignalRow>({ text, values: [incidentId] })).rows;
}
