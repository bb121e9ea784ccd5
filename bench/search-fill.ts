import type { Database } from '../src/store/database.ts';
import type { Text } from './search-texts.ts';

const atOnce = 500;

/** Writes incidents with title, severity, summary and an action each, and what is searched of them, without going through operations. */
export async function fillIncidents(database: Database, texts: readonly Text[]): Promise<void> {
  for (let first = 0; first < texts.length; first += atOnce) {
    const given = texts.slice(first, first + atOnce).map((text, index) => ({ ...text, place: first + index + 1 }));
    await database.query({
      text: `with given as (select * from json_to_recordset($1::json) as given (place int, title text, summary text, cause text, body text,
          service text, severity text, day date)),
        made as (insert into incident (id, number, template, status, created_at, created_by) overriding system value
          select gen_random_uuid(), place, 'enterprise', (array['draft', 'inReview', 'approved'])[1 + place % 3], day::timestamptz, 'person:bench'
          from given returning id, number),
        headers as (insert into kept_part (incident_id, key, value)
          select id, 'incident', json_build_object('title', title, 'severity', severity, 'services', service, 'date', day)
          from made join given on place = number),
        actions as (insert into kept_part (incident_id, key, id, value)
          select id, 'actions', 'a1', json_build_object('text', left(body, 80), 'owner', 'Person ' || place % 50, 'due', day + 30)
          from made join given on place = number)
        insert into search_document (incident_id, number, seq, occurred, title, texts, services, groups)
        select id, number, 0, day, title, array[summary, cause, body], array[service], '{}'::json from made join given on place = number`,
      values: [JSON.stringify(given)],
    });
  }
  await database.query({
    text: `select setval(pg_get_serial_sequence('incident', 'number'), $1)`,
    values: [texts.length],
  });
  // One at a time: all of them may take longer than a statement may.
  for (const table of ['incident', 'incident_head', 'kept_part', 'action_head', 'search_document'])
    await database.query({ text: `analyze ${table}`, values: [] });
}
