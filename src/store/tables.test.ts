import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../test/server/database.ts';

/** Table to its columns, as the type in tables.ts writes them. */
function typedColumns(): Record<string, string[]> {
  const files = [
    'tables.ts',
    'action-tables.ts',
    'clock-tables.ts',
    'hook-tables.ts',
    'notice-tables.ts',
    'occasion-tables.ts',
    'publishing-tables.ts',
    'insight-tables.ts',
    'review-tables.ts',
    'tracker-tables.ts',
  ];
  const body = files
    .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
    .map((source) => source.slice(source.search(/^export type \w*Tables = /m)))
    .join('\n');
  const tables = [...body.matchAll(/^ {2}(\w+): \{([^}]*)\}/gm)];
  return Object.fromEntries(
    tables.map(([, name, columns]) => [
      name,
      [...(columns ?? '').matchAll(/(\w+):/g)].map((match) => match[1] ?? '').toSorted(),
    ]),
  );
}

test('the tables that kysely sees are those of the migrated database', async () => {
  const { database } = await testDatabase();
  const { rows } = await database.query<{ table_name: string; columns: string[] }>({
    text: `select table_name, array_agg(column_name::text order by column_name collate "C") as columns
      from information_schema.columns where table_schema = 'public' and table_name <> 'migration' group by table_name`,
    values: [],
  });
  assert.deepEqual(typedColumns(), Object.fromEntries(rows.map((row) => [row.table_name, row.columns])));
});
