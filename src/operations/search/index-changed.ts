import { setImmediate as soon } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import { followIncidents } from '../../store/ledger/changed-incidents.ts';
import { partsOfMany } from '../home/parts.ts';
import { searchedParts, searchTexts } from './texts.ts';

/** Incidents indexed in one go: more long ones than that would hold up others when they are saved. */
const most = 50;
/** Of a timeline no more is read: its texts are cut long before. */
const mostBytes = 600_000;

// Who comes late with what was read earlier writes nothing: processes read these rows in the order of their entries, each once.
const saveStatement = `insert into search_document (incident_id, number, seq, occurred, title, texts, services, groups)
  select i.id, i.number, $2::bigint, coalesce(day, (i.created_at at time zone 'UTC')::date), title, texts, services, groups
  from json_to_recordset($1::json) as given (id uuid, title text, texts text[], services text[], groups json, day date) join incident i on i.id = given.id
  on conflict (incident_id) do update set seq = excluded.seq, occurred = excluded.occurred, title = excluded.title,
    texts = excluded.texts, services = excluded.services, groups = excluded.groups
  where search_document.seq <= excluded.seq`;

/** Takes the texts of these incidents as they are now; what was taken at a later entry of the ledger than `seq` stays. */
async function indexIncidents(database: Database, ids: readonly string[], seq: string): Promise<void> {
  const records = await partsOfMany(database, ids, searchedParts, mostBytes);
  const given: object[] = [];
  for (const id of ids) {
    given.push({ id, ...searchTexts(records.get(id) ?? {}) });
    // A long one takes some milliseconds, and others wait.
    await soon();
  }
  await database.query({ text: saveStatement, values: [JSON.stringify(given), seq] });
}

/**
 * Takes the texts of the incidents that the next entries of the ledger name, and answers whether it did anything: ask again until it
 * did not. Done twice at once it does the same twice.
 */
export async function indexChanged(database: Database): Promise<boolean> {
  return followIncidents(database, { progress: 'search_progress', most }, (ids, seq) =>
    indexIncidents(database, ids, seq),
  );
}
