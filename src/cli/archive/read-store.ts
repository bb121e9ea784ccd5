import type { Client } from 'pg';
import type { PostmortemRecord } from '../../record/record.ts';
import { assemble, type Part } from '../../operations/part/assemble.ts';
import type { ExportedIncident, ExportedPeople } from './export-form.ts';

/** One moment of the database, read table by table. The client is in a transaction. */
export const people = async (client: Client): Promise<ExportedPeople> =>
  (
    await client.query<ExportedPeople[number]>(
      'select id, email, name, role, disabled_at is not null as disabled from person order by created_at, id',
    )
  ).rows;

/** The team's own templates. */
export const templates = async (client: Client): Promise<{ name: string; source: string }[]> =>
  (
    await client.query<{ name: string; source: string }>(
      'select name, source from template where archived_at is null order by name',
    )
  ).rows;

/** All incidents, in the order of their numbers. */
export async function incidents(client: Client): Promise<ExportedIncident[]> {
  const { rows } = await client.query<ExportedIncident>(`
    select id, number::int, template, status, visibility, to_json(created_at)#>>'{}' as "createdAt",
      (select coalesce(json_agg(p.email order by p.email), '[]') from incident_member m join person p on p.id = m.person_id
        where m.incident_id = incident.id) as members,
      (select coalesce(json_agg(json_build_object('sha256', e.sha256, 'name', e.name, 'note', e.note, 'retainUntil', e.retain_until) order by e.added_at, e.id), '[]')
        from incident_evidence e where e.incident_id = incident.id and e.detached_at is null) as evidence
    from incident order by number`);
  return rows;
}

/** The record of one incident. */
export async function recordOf(client: Client, id: string): Promise<PostmortemRecord> {
  const { rows } = await client.query<Part>(
    'select key, id, position, value, touched, version from part where incident_id = $1',
    [id],
  );
  return assemble(rows).record;
}

const entriesAtOnce = 2000;

/** The ledger line by line, by number: what a verifier needs, and what happened. */
export async function* ledgerLines(client: Client): AsyncGenerator<string> {
  for (let after = '-1'; ;) {
    const { rows } = await client.query<{ seq: string; line: string }>(
      `select seq, json_build_object('seq', seq, 'hash', encode(hash, 'hex'), 'salt', encode(salt, 'hex'), 'payload', payload)::text as line
       from entry where seq > $1 order by seq limit ${entriesAtOnce}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ line }) => `${line}\n`).join('');
    after = last.seq;
  }
}

/** The last signed checkpoint, as its verifiers read it; empty without one. */
export const checkpoint = async (client: Client): Promise<string> =>
  (await client.query<{ note: string }>('select note from checkpoint order by size desc limit 1')).rows[0]?.note ?? '';
