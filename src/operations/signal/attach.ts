import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { bodyOf } from '../delivery/body.ts';
import { loadItems } from '../evidence/item.ts';
import { daysAfter } from '../evidence/retain-until.ts';
import { fromStore } from '../evidence/store-problem.ts';
import type { IncidentRow } from '../incident/load.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';

type Original = { sha256: string; bytes: number; type: string; name: string };

/** What is attached, and how many originals there was no place for. */
export type Attached = { changes: Change[]; originals: Original[]; withoutPlace: number };

type Row = { id: string; sha256: Uint8Array; body: Uint8Array | null; source: string; receivedAt: Date };

/** Originals that are put into the store at the same time: each waits for the disk. */
const atOnce = 8;

async function put(context: StoredContext, row: Row): Promise<Original> {
  const bytes = await bodyOf(context.evidence, row);
  const stored = await fromStore(
    context.evidence.put(
      (async function* () {
        yield bytes;
      })(),
      { maxBytes: bytes.length },
    ),
  );
  const at = row.receivedAt.toISOString().replaceAll(':', '-').slice(0, 19);
  return { sha256: stored.sha256, bytes: stored.bytes, type: stored.type, name: `${row.source} ${at}` };
}

/** The deliveries whose stored bodies the incident never had; of those it had, somebody may have detached one. */
async function newTo(context: StoredContext, incident: IncidentRow, deliveries: readonly string[]): Promise<Row[]> {
  const text = `select distinct on (d.sha256) d.id, d.sha256, d.body, h.source, d.received_at as "receivedAt"
    from delivery d join hook h on h.id = d.hook_id
    where d.id = any($1::bigint[]) and not exists (select from incident_evidence e
      where e.incident_id = $2::uuid and e.sha256 = encode(d.sha256, 'hex'))
    order by d.sha256, d.received_at`;
  return (await context.database.query<Row>({ text, values: [deliveries, incident.id] })).rows;
}

/**
 * Puts the stored bodies of deliveries into the evidence of an incident. They are named by their hash, so that what was put and is
 * not attached in the end does no harm.
 */
export async function attachDeliveries(
  context: StoredContext,
  incident: IncidentRow,
  deliveries: readonly string[],
): Promise<Attached> {
  const rows = await newTo(context, incident, deliveries);
  if (rows.length === 0) return { changes: [], originals: [], withoutPlace: 0 };
  const settings = await readSettings(context.database);
  const attached = (await loadItems(context, incident.id)).filter(({ detachedAt }) => detachedAt === null).length;
  const places = Math.max(0, settings['evidence.mostPerIncident'] - attached);
  const taken = rows.slice(0, places);
  const originals: Original[] = [];
  for (let from = 0; from < taken.length; from += atOnce)
    originals.push(...(await Promise.all(taken.slice(from, from + atOnce).map((row) => put(context, row)))));
  const until = daysAfter(context.now, settings['evidence.retentionDays']);
  const json = JSON.stringify(originals.map((original) => ({ ...original, id: context.newId() })));
  const given = sql`json_to_recordset(${json}::json) as given (id uuid, sha256 text, bytes bigint, type text, name text)`;
  const changes: Change[] = [
    {
      rows: 'any',
      statement: sql`insert into evidence (sha256, bytes, type, stored_at)
        select sha256, bytes, type, ${context.now}::timestamptz from ${given} order by sha256
        on conflict (sha256) do update set removed_at = null`,
    },
    {
      rows: originals.length,
      statement: sql`insert into incident_evidence (id, incident_id, sha256, name, note, added_at, added_by, retain_until)
        select id, ${incident.id}::uuid, sha256, name, '', ${context.now}::timestamptz, ${actorName(context.actor)}, ${until}::timestamptz
        from ${given}`,
    },
  ];
  return { changes: originals.length === 0 ? [] : changes, originals, withoutPlace: rows.length - taken.length };
}
