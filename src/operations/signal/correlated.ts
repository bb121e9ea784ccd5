import type { Correlated } from '../../correlation/index.ts';
import type { StoredContext } from '../stored-operation.ts';

const columns = `s.id, s.source, coalesce(h.name, '') as hook, s.service, s.severity, s.condition_key as "conditionKey",
  s.condition_name as "conditionName", s.condition_state as "conditionState", s.text, s.epoch_ms as "epochMs"
  from signal s join delivery d on d.id = s.delivery_id left join hook h on h.id = d.hook_id`;

/** Signals that nobody has decided about, the oldest first. */
export async function undecided({ database }: StoredContext, limit: number): Promise<Correlated[]> {
  const text = `select ${columns} where s.decided_at is null and s.incident_id is null order by s.epoch_ms, s.id limit $1`;
  return (await database.query<Correlated>({ text, values: [limit] })).rows;
}

/** The signals that came last, whatever was decided about them. */
export async function lastSignals({ database }: StoredContext, limit: number): Promise<Correlated[]> {
  const text = `select ${columns} order by s.last_at desc, s.id limit $1`;
  return (await database.query<Correlated>({ text, values: [limit] })).rows;
}
