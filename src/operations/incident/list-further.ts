import type { Database } from '../../store/database.ts';

/** What a list shows of an incident beside what it is ordered and filtered by. */
export type Further = {
  /** Affected services as the document has them. */
  services: string | null;
  /** The day, or the start, as the document states it. */
  date: string | null;
};

type Row = Further & { id: string };

const statement = `select incident_id as id, left(value->>'services', 300) as services,
    left(coalesce(value->>'date', value->'start'->>'at'), 40) as date
  from kept_part where incident_id = any($1::uuid[]) and key = 'incident' and id = ''`;

/** One look at the primary key for each row of a page. */
export async function furtherOf(database: Database, ids: readonly string[]): Promise<(id: string) => Further> {
  const { rows } = await database.query<Row>({ text: statement, values: [ids] });
  const found = new Map(rows.map(({ id, services, date }) => [id, { services, date }]));
  return (id) => found.get(id) ?? { services: null, date: null };
}
