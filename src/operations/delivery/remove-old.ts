import type { Database } from '../../store/database.ts';
import type { EvidenceStore } from '../../store/evidence/index.ts';

/** Rows of one statement: nobody else waits long for it. */
const atOnce = 2000;

const oldSignals = `with gone as (
    delete from signal where id in (select id from signal where incident_id is null and last_at < $1 order by last_at limit ${atOnce})
    returning id)
  delete from sighting using gone where signal_id = gone.id`;

/** Those that tell a signal which is still there stay, and those that nobody has read yet. */
const oldDeliveries = `with gone as (
    delete from delivery where id in (
      select d.id from delivery d where d.received_at < $1
        and not exists (select from sighting t where t.delivery_id = d.id)
        and not exists (select from delivery_waiting w where w.delivery_id = d.id)
      order by d.id limit ${atOnce})
    returning id, body, encode(sha256, 'hex') as sha256),
  unread as (delete from reading using gone where delivery_id = gone.id)
  select case when body is null then sha256 end as sha256 from gone`;

/** Of originals that lie in the evidence store, those that neither an incident nor another delivery has. */
const nobodys = `select sha256 from unnest($1::text[]) as given (sha256)
  where not exists (select from evidence e where e.sha256 = given.sha256)
    and not exists (select from delivery d where d.sha256 = decode(given.sha256, 'hex') and d.body is null)`;

/**
 * Removes deliveries and signals that came before `before` and belong to no incident, some at a time; originals that only they had go
 * with them. Answers whether there may be more.
 */
export async function removeOldDeliveries(
  database: Database,
  evidence: EvidenceStore,
  before: string,
): Promise<boolean> {
  const signals = await database.query({ text: oldSignals, values: [before] });
  const { rows, count: removed } = await database.query<{ sha256: string | null }>({
    text: oldDeliveries,
    values: [before],
  });
  const apart = [...new Set(rows.map(({ sha256 }) => sha256))].filter((sha256) => sha256 !== null);
  if (apart.length > 0) {
    const free = await database.query<{ sha256: string }>({ text: nobodys, values: [apart] });
    for (const { sha256 } of free.rows) await evidence.remove(sha256);
  }
  return signals.count > 0 || removed > 0;
}
