import type { ClientBase } from 'pg';
import { tableShapes } from '../../src/store/backup/schema.ts';

/** A column that takes no row without a value; `key` is the table that it refers to. */
type Column = { name: string; type: string; key: string | null; keyColumn: string | null };

/** What may stand in a column, by its type; a text has what its condition names first. */
const plainValues: { [type: string]: string } = {
  uuid: 'gen_random_uuid()',
  boolean: 'false',
  'timestamp with time zone': 'now()',
  date: 'current_date',
  bytea: String.raw`'\x${'ab'.repeat(32)}'`,
  json: `'{}'`,
  jsonb: `'{}'`,
};

const valueOf = ({ name, type, key, keyColumn }: Column, conditions: readonly string[], incident: string): string => {
  if (key === 'incident') return `'${incident}'`;
  if (key !== null) return `(select "${keyColumn}" from "${key}" limit 1)`;
  const named = conditions.find((text) => new RegExp(`\\b${name} = ANY`).test(text));
  const [, first] = named === undefined ? [] : (/ARRAY\['([^']*)'/.exec(named) ?? []);
  if (first !== undefined) return `'${first}'`;
  if (type.endsWith('[]')) return `'{}'`;
  if (/int|numeric|double|real/.test(type)) return '1';
  // A version's content is JSON, kept as the text that was signed.
  return plainValues[type] ?? (name === 'content' ? `'{}'` : `'x'`);
};

/**
 * Puts a row into each table that has none, so that no table is upgraded empty; gives the names of those that took none, with why.
 * @param incident the id of the one that such rows belong to
 */
export async function fillTables(client: ClientBase, incident: string): Promise<string[]> {
  const left: string[] = [];
  for (const { name } of await tableShapes(client)) {
    const { rowCount } = await client.query(`select from "${name}" limit 1`);
    if (rowCount !== 0) continue;
    const { rows: columns } = await client.query<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type, r.relname as key, f.attname as "keyColumn"
       from pg_attribute a
       left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]
       left join pg_class r on r.oid = k.confrelid
       left join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef and a.attidentity = ''
       order by a.attnum`,
      [name],
    );
    const { rows: conditions } = await client.query<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [name],
    );
    const texts = conditions.map(({ text }) => text);
    const values = columns.map((column) => valueOf(column, texts, incident));
    const list = columns.map((column) => `"${column.name}"`).join(', ');
    await client
      .query(`insert into "${name}" (${list}) values (${values.join(', ')})`)
      .catch((error: Error) => left.push(`${name}: ${error.message}`));
  }
  return left;
}
