import type { ClientBase } from 'pg';

/** A table with its columns in order. */
export type TableShape = { name: string; columns: string[] };

/** Where the counter of an identity column stands. */
export type Counter = { sequence: string; last: string; called: boolean };

/** Makes values look the same whatever the server is set to. */
export const plainForms = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

/** What triggers make of other tables, or the process that indexes: it is made again after a restore. */
const madeAgain = [
  'incident_head',
  'action_head',
  'search_document',
  'search_progress',
  'insight',
  'insight_progress',
  'occasion_progress',
  'review_day',
  'review_progress',
  'seen_change',
];

/** Every table of ours but the list of migrations and what is made again, each after those it refers to. */
export async function tableShapes(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { refers: string[] }>(
    `
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(distinct r.relname::text), '{}') from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as refers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
    order by c.relname`,
    [['migration', ...madeAgain]],
  );
  const placed = new Set<string>();
  const order: TableShape[] = [];
  for (let left = rows; left.length > 0;) {
    const ready = left.filter(({ refers }) => refers.every((name) => placed.has(name)));
    if (ready.length === 0)
      throw new RangeError(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    for (const { name, columns } of ready) {
      placed.add(name);
      order.push({ name, columns });
    }
    left = left.filter(({ name }) => !placed.has(name));
  }
  return order;
}

/** The counters of all identity columns. */
export async function counters(client: ClientBase): Promise<Counter[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by 1`,
  );
  const found: Counter[] = [];
  for (const { name } of rows) {
    // The name comes from the catalogue, quoted where that is needed.
    const { rows: at } = await client.query<Omit<Counter, 'sequence'>>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    if (at[0] !== undefined) found.push({ sequence: name, ...at[0] });
  }
  return found;
}
