import type { Database } from '../src/store/database.ts';

/** Incidents whose rows are written in one go. */
const atOnce = 200;

/** What there is once, however many incidents there are. $1 is somebody who sees a part of what is restricted. */
const once = `with people as (insert into person (id, email, name, role, created_at)
    select case when n = 1 then $1::uuid else gen_random_uuid() end, 'person-' || n || '@example.org', 'Person ' || n, 'editor', now()
    from generate_series(1, 200) as n)
  insert into hook (id, name, source, token_hash, created_at, created_by)
  select gen_random_uuid(), 'Bench', 'generic', sha256('bench'), now(), 'person:bench'`;

const some = 'incident i where i.number > $1::bigint and i.number <= $1 + $2::int';

/**
 * What an organisation keeps of each incident in time: a third each is in work, published and archived (at each size as many as the
 * first screen looks into), some restricted, nearly all actions done; deliveries, signals, entries of the ledger, evidence, notices, looks
 * back, reminders, versions, comments, announcements and reports of the status page.
 */
const perIncident: string[] = [
  `update incident i set status = case when number % 3 = 1 then status when number % 3 = 2 then 'published' else 'archived' end,
      visibility = case when number % 50 = 0 then 'restricted' else 'internal' end
    where i.number > $1::bigint and i.number <= $1 + $2::int`,
  `insert into incident_member (incident_id, person_id, number, created_at, status)
    select i.id, p.id, i.number, i.created_at, i.status from person p, ${some} and i.number % 100 = 0 and p.name = 'Person 1'`,
  `update action_head a set status = 'Done' where a.number > $1::bigint and a.number <= $1 + $2::int and a.number % 20 <> 1`,
  `with made as (insert into delivery (hook_id, received_at, headers, bytes)
      select h.id, i.created_at, '{}', 100 from hook h, ${some} returning id)
    insert into reading (delivery_id, at, signals) select id, now(), 3 from made`,
  `insert into signal (id, key, source, service, severity, epoch_ms, text, event, delivery_id, pointer, rank, count, first_at, last_at,
      decided_at, decision, incident_id, told)
    select gen_random_uuid(), 'key', 'generic', 'service-' || i.number % 40, 'high', extract(epoch from i.created_at) * 1000 + n, 'It fired', '{}',
      1, '#/' || n, 'a', 1, i.created_at, i.created_at, now(),
      json_build_object('act', case when i.number % 40 = 1 then 'ignore' else 'join' end),
      case when i.number % 40 > 1 then i.id end, case when i.number % 40 > 1 then 'a' end
    from generate_series(1, 3) as n, ${some}`,
  `insert into entry (seq, at, actor, operation, incident_id, subject, salt, hash, payload)
    select (i.number - 1) * 3 + n, i.created_at, 'person:bench', 'record.set', i.id, 'summary', sha256('salt'), sha256('leaf'), '{"after":{"text":"So"}}'
    from generate_series(0, 2) as n, ${some}`,
  `with kept as (insert into evidence (sha256, bytes, type, stored_at)
      select encode(sha256(i.id::text::bytea), 'hex'), 1000, 'text/plain', i.created_at from ${some})
    insert into incident_evidence (id, incident_id, sha256, name, added_at, added_by)
    select gen_random_uuid(), i.id, encode(sha256(i.id::text::bytea), 'hex'), 'log.txt', i.created_at, 'person:bench' from ${some}`,
  `with told as (insert into notice (id, key, kind, person_id, incident_id, payload, at, state)
      select gen_random_uuid(), 'bench-' || i.number, 'deadline', p.id, i.id, '{}', i.created_at, 'done' from person p, ${some}
        and p.name = 'Person 2' returning id, person_id, incident_id)
    insert into outgoing (id, notice_id, kind, way, receiver, person_id, told, incident_id, state, created_at, since, next_at)
    select gen_random_uuid(), told.id, 'deadline', 'email', 'person-2@example.org', person_id, 'Person 2', incident_id,
      case when i.number % 50 = 0 then 'failed' else 'sent' end, now(), now(), now() from told join incident i on i.id = told.incident_id`,
  `insert into review_day (incident_id, rung, day, basis) select i.id, '1w', i.created_at::date + 7, 'bench' from ${some} and i.number % 10 = 1`,
  `insert into review (incident_id, rung, day, held_at, held_by, answers)
    select i.id, '1w', i.created_at::date + 7, i.created_at + interval '7 days', 'person:bench', '{"verdict": "effective"}' from ${some} and i.number % 10 > 1`,
  `insert into occasion (incident_id, key, kind, at, about, told, label, due, step, planned_at, fired_at, said)
    select i.id, 'bench', 'action-reminder', i.created_at, 'a1', '{Person 3}', 'It', '2026-01-01', '-3bd', i.created_at,
      case when i.number % 10 <> 1 then i.created_at end, case when i.number % 10 <> 1 then true end from ${some}`,
  `insert into incident_version (incident_id, number, status, template, content, markdown, sha256, at, by)
    select i.id, 1, 'approved', 'enterprise', '{}', '# It', 'x', i.created_at, 'person:bench' from ${some}`,
  `insert into comment (id, incident_id, thread_id, text, mentions, author, at)
    select i.id, i.id, i.id, 'Look', array[p.id], 'person:bench', i.created_at from person p, ${some} and p.name = 'Person ' || 1 + i.number % 200`,
  `insert into announcement (id, incident_id, stage, channel, audience, subject, text, at, by)
    select gen_random_uuid(), i.id, 'initial', 'email', 'all', 'It', 'So', i.created_at, 'person:bench' from ${some} and i.number % 5 = 0`,
  `insert into status_report (id, incident_id, title, impact, status, components, created_at, updated_at, resolved_at)
    select gen_random_uuid(), i.id, 'It', 'minor', 'resolved', '[]', i.created_at, i.created_at, i.created_at from ${some} and i.number % 5 = 0`,
];

/** Writes what belongs to so many incidents, without going through operations. */
export async function fillLists(database: Database, member: string, count: number): Promise<void> {
  await database.query({ text: once, values: [member] });
  for (let first = 0; first < count; first += atOnce)
    for (const text of perIncident) await database.query({ text, values: [first, Math.min(atOnce, count - first)] });
  const { rows } = await database.query<{ name: string }>({
    text: `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples <> 0`,
    values: [],
  });
  // As the database does by itself when rows have come in; one at a time, since all of them may take longer than a statement may.
  for (const { name } of rows) await database.query({ text: `vacuum analyze ${name}`, values: [] });
}
