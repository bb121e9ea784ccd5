import type { Database } from '../../store/database.ts';
import type { Action } from '../../record/followup.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { TimelineEvent } from '../../record/timeline.ts';

/** The incident, the key, whether it is of a list, whether it is one entry of it, and the value. */
type Part = [incident: string, key: string, list: boolean, one: boolean, value: unknown];

// Answers are one text: hundreds of rows take longer to read than all else.
const part = `json_build_array(incident_id, key, id <> '', count is null, value)`;
const inOrder = 'order by incident_id, key, position, id';

const partStatement = `select json_agg(${part} ${inOrder}) as rows from kept_part where incident_id = any($1::uuid[]) and key = any($2::text[])`;

// Sizes are known without reading what is kept elsewhere for its size. Row by row: a text of megabytes would hold up everything else.
const beginningStatement = `select ${part} as row from (
    select *, pg_column_size(value) as bytes, sum(pg_column_size(value)) over (partition by incident_id, key order by position, id) as until
    from kept_part where incident_id = any($1::uuid[]) and key = any($2::text[])) as sized
  where until - bytes < $3 ${inOrder}`;

/**
 * The parts of some incidents that have one of these keys, put together as records without the rest.
 * @param mostBytes where lists end that are longer, about
 */
export async function partsOfMany(
  database: Database,
  ids: readonly string[],
  keys: readonly (keyof PostmortemRecord)[],
  mostBytes?: number,
): Promise<Map<string, PostmortemRecord>> {
  const records = new Map<string, Record<string, unknown>>();
  for (const [incident, key, list, one, value] of await readParts(database, [ids, keys], mostBytes)) {
    const record = records.get(incident) ?? {};
    records.set(incident, record);
    if (!list) record[key] = value;
    else {
      const entries = (record[key] ??= []) as unknown[];
      for (const entry of one ? [value] : (value as unknown[])) entries.push(entry);
    }
  }
  return records;
}

async function readParts(database: Database, values: unknown[], mostBytes?: number): Promise<Part[]> {
  if (mostBytes === undefined) {
    const { rows } = await database.query<{ rows: Part[] | null }>({ text: partStatement, values });
    return rows[0]?.rows ?? [];
  }
  const { rows } = await database.query<{ row: Part }>({ text: beginningStatement, values: [...values, mostBytes] });
  return rows.map(({ row }) => row);
}

/** Of a timeline: how many events it has, and those that are milestones. */
export type Marked = { count: number; events: TimelineEvent[] };

type MarkedRow = [incident: string, count: number, events: TimelineEvent[] | null];

/** A timeline longer than this is not searched for milestones: one such incident would hold up the screen of everybody. */
const longestTimeline = 5000;

// What is no milestone never leaves the database: it is most of what is kept.
const markedStatement = `with sized as (
    select wanted.incident, (select coalesce(sum(part.events), 0) from (
        select coalesce(count, 1) as events from kept_part where incident_id = wanted.incident and key = 'timeline' limit $2 + 1
      ) as part) as count
    from unnest($1::uuid[]) as wanted (incident))
  select json_agg(json_build_array(sized.incident, sized.count, case when sized.count <= $2 then (
    select json_agg(entry) from kept_part, lateral (
      select value as entry where count is null
      union all
      select entry from json_array_elements(case when count is null then '[]' else value end) as given (entry)) as entries
    where incident_id = sized.incident and key = 'timeline' and entry->>'milestone' is not null) end)) as rows
  from sized where sized.count > 0`;

/** The milestones of some incidents' timelines. */
export async function milestonesOfMany(database: Database, ids: readonly string[]): Promise<Map<string, Marked>> {
  const { rows } = await database.query<{ rows: MarkedRow[] | null }>({
    text: markedStatement,
    values: [ids, longestTimeline],
  });
  return new Map((rows[0]?.rows ?? []).map(([incident, count, events]) => [incident, { count, events: events ?? [] }]));
}

type ActionRow = [
  incident: string,
  id: string,
  text: string,
  owner: string,
  due: string,
  status: string,
  ticked: string,
];

const actionStatement = `select json_agg(json_build_array(incident_id, label, text, owner, due, status, ticked) order by incident_id, id) as rows
  from action_head where incident_id = any($1::uuid[])`;

/** The actions of some incidents as they stand today. */
export async function actionsOfMany(database: Database, ids: readonly string[]): Promise<Map<string, Action[]>> {
  const { rows } = await database.query<{ rows: ActionRow[] | null }>({ text: actionStatement, values: [ids] });
  const byIncident = new Map<string, Action[]>();
  for (const [incident, id, text, owner, due, status, ticked] of rows[0]?.rows ?? []) {
    const actions = byIncident.get(incident) ?? [];
    byIncident.set(incident, actions);
    actions.push({
      ...(id === '' ? {} : { id }),
      ...(text === '' ? {} : { text }),
      ...(owner === '' ? {} : { owner }),
      ...(due === '' ? {} : { due }),
      ...(status === '' ? {} : { status }),
      ...(ticked === '' ? {} : { done: ticked === 't' }),
    });
  }
  return byIncident;
}
