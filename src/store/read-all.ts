import type { Client } from 'pg';
import type { PersonRole, Visibility } from './tables.ts';

type Person = { id: string; email: string; name: string; role: PersonRole; disabled: boolean };
type Evidence = { sha256: string; name: string; note: string; retainUntil: string | null };
type Incident = {
  id: string;
  number: number;
  template: string;
  status: string;
  visibility: Visibility;
  createdAt: string;
  members: string[];
  evidence: Evidence[];
};
type Part = {
  key: string;
  id: string;
  position: number;
  value: unknown;
  touched: Record<string, number>;
  version: number;
};

/** Does work on one moment of the database: what is read in it belongs together. */
export async function inOneMoment<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin transaction isolation level repeatable read read only');
  const result = await work();
  await client.query('commit');
  return result;
}

/** Everybody, without secrets and sessions. */
export const people = async (client: Client): Promise<Person[]> =>
  (
    await client.query<Person>(
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
export async function incidents(client: Client): Promise<Incident[]> {
  const { rows } = await client.query<Incident>(`
    select id, number::int, template, status, visibility, to_json(created_at)#>>'{}' as "createdAt",
      (select coalesce(json_agg(p.email order by p.email), '[]') from incident_member m join person p on p.id = m.person_id
        where m.incident_id = incident.id) as members,
      (select coalesce(json_agg(json_build_object('sha256', e.sha256, 'name', e.name, 'note', e.note, 'retainUntil', e.retain_until) order by e.added_at, e.id), '[]')
        from incident_evidence e where e.incident_id = incident.id and e.detached_at is null) as evidence
    from incident order by number`);
  return rows;
}

/** The parts of one incident's record. */
export async function partsOf(client: Client, id: string): Promise<Part[]> {
  const { rows } = await client.query<Part>(
    'select key, id, position, value, touched, version from part where incident_id = $1',
    [id],
  );
  return rows;
}

type Author = { kind: 'person' | 'token' | 'system'; email: string | null; name: string };
type Comment = {
  id: string;
  thread: string;
  place: { path: string } | null;
  text: string;
  replacement: string | null;
  author: Author;
  at: string;
  editedAt: string | null;
  removedAt: string | null;
  state: string;
  settledBy: Author | null;
  settledAt: string | null;
};

/** The comments on one incident, oldest first. What an account is called is not known any more where it was brought from elsewhere. */
export async function commentsOf(client: Client, incidentId: string): Promise<Comment[]> {
  const author = (
    actor: string,
    called: string,
  ) => `(select json_build_object('kind', split_part(${actor}, ':', 1), 'email', p.email,
    'name', coalesce(${called}, p.name, t.name, 'Hindcast')) from (values (split_part(${actor}, ':', 2))) as of (id)
    left join person p on p.id::text = of.id left join token t on t.id::text = of.id)`;
  const { rows } = await client.query<Comment>(
    `select id, thread_id as thread, place, text, replacement, ${author('author', 'author_name')} as author,
      to_json(at)#>>'{}' as at, to_json(edited_at)#>>'{}' as "editedAt", to_json(removed_at)#>>'{}' as "removedAt", state,
      case when settled_by is not null then ${author('settled_by', 'null')} end as "settledBy", to_json(settled_at)#>>'{}' as "settledAt"
    from comment where incident_id = $1 order by number`,
    [incidentId],
  );
  return rows;
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
