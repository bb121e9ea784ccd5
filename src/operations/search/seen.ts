import type { Database } from '../../store/database.ts';
import type { Status, Visibility } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';

/** An incident that was found, as it is at this moment. */
export type FoundRow = {
  id: string;
  number: string;
  title: string;
  texts: string[];
  services: string[];
  occurred: string;
  status: Status;
  visibility: Visibility;
  severity: string | null;
  template: string;
};

/** Whose restricted incidents are shown, for a caller who does not see them all. */
const memberOf = ({ actor }: StoredContext): string | undefined =>
  may(actor, 'incident.see', { visibility: 'restricted' }) ? undefined : (actor.personId ?? actor.id);

const seenBy = `(h.open or exists (select from incident_member m where m.incident_id = h.incident_id and m.person_id = $1::uuid))`;

/** What was hidden from somebody after the change of who may see what that has this name. */
type Hidden = { change: string; numbers: Int32Array };

const kept = new WeakMap<Database, Map<string, Hidden>>();
/** People of whom that is kept, those who asked last. */
const mostKept = 200;

const change = `coalesce((select name from seen_change)::text, '') as change`;
// One text: a row for each takes longer than all else.
const hiddenStatement = `select ${change}, to_json(array(select number::int from incident_head where not open
  and incident_id not in (select m.incident_id from incident_member m where m.person_id = $1::uuid))) as numbers`;

async function readHidden(database: Database, member: string): Promise<Hidden> {
  type Row = { change: string; numbers: number[] };
  const { rows } = await database.query<Row>({ text: hiddenStatement, values: [member] });
  // An array that is handed over as it is, to the thread that searches.
  return { change: rows[0]?.change ?? '', numbers: Int32Array.from(rows[0]?.numbers ?? []) };
}

/** The numbers of the incidents that the caller may not see. What a search counts and suggests leaves them out. */
export async function hiddenNumbers(context: StoredContext): Promise<Int32Array> {
  const member = memberOf(context);
  if (member === undefined) return new Int32Array();
  const { database } = context;
  const ofPeople = kept.get(database) ?? new Map<string, Hidden>();
  kept.set(database, ofPeople);
  const before = ofPeople.get(member);
  const { rows: last } = await database.query<{ change: string }>({ text: `select ${change}`, values: [] });
  const isPresent = before !== undefined && before.change === last[0]?.change;
  const found = isPresent ? before : await readHidden(database, member);
  // Who asked last stands last.
  ofPeople.delete(member);
  ofPeople.set(member, found);
  const [oldest] = ofPeople.keys();
  if (ofPeople.size > mostKept && oldest !== undefined) ofPeople.delete(oldest);
  return found.numbers;
}

/** What names an incident. */
export type NamedRow = Pick<FoundRow, 'number' | 'title' | 'occurred'>;

/** What names incidents, by their numbers; those the caller may not see any more are left out. */
export async function namedRows(context: StoredContext, numbers: readonly number[]): Promise<Map<number, NamedRow>> {
  if (numbers.length === 0) return new Map();
  const text = `select coalesce(json_agg(json_build_object('number', d.number, 'title', d.title, 'occurred', d.occurred)), '[]') as found
    from search_document d join incident_head h using (incident_id)
    where d.number = any($2::bigint[]) and ($1::uuid is null or ${seenBy})`;
  const values = [memberOf(context) ?? null, numbers];
  const { rows } = await context.database.query<{ found: NamedRow[] }>({ text, values });
  return new Map((rows[0]?.found ?? []).map((row) => [Number(row.number), row]));
}

/** So much of a text is looked at. Bytes are known at once where letters would have to be counted. */
const mostLetters = 20_000;

/** Incidents by their numbers, in the order of these; those the caller may not see any more are left out. */
export async function foundRows(context: StoredContext, numbers: readonly number[]): Promise<FoundRow[]> {
  if (numbers.length === 0) return [];
  const member = memberOf(context);
  const text = `select h.incident_id as id, d.number, d.title,
      to_json(array(select case when octet_length(one) > $3 then left(one, $3) else one end from unnest(d.texts) as one)) as texts,
      to_json(d.services) as services,
      d.occurred::text as occurred, h.status, h.visibility, h.severity, h.template
    from search_document d join incident_head h using (incident_id)
    where d.number = any($2::bigint[]) and ($1::uuid is null or ${seenBy})`;
  const { rows } = await context.database.query<FoundRow>({ text, values: [member ?? null, numbers, mostLetters] });
  const byNumber = new Map(rows.map((row) => [Number(row.number), row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
