import type { Database } from '../../src/store/database.ts';

/** Every row of every table as text, sorted: what has to be the same when nothing may have changed. */
export async function contentOf({ query }: Database): Promise<Record<string, string[]>> {
  const { rows } = await query<{ name: string }>({
    text: `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    values: [],
  });
  const content: Record<string, string[]> = {};
  for (const { name } of rows) {
    const { rows: all } = await query<{ row: string }>({
      text: `select t::text as row from "${name}" t order by 1`,
      values: [],
    });
    content[name] = all.map(({ row }) => row);
  }
  return content;
}
