import type { TableShape } from './schema.ts';

/** The statement that inserts rows of a table given as text, as `row::text` writes them: an array of them as parameter `$parameter`. */
export function insertText({ name, columns }: TableShape, parameter = 1): string {
  const list = columns.map((column) => `"${column}"`);
  return `insert into public."${name}" (${list.join(', ')}) overriding system value
    select ${list.map((column) => `(s.r).${column}`).join(', ')}
    from (select x::public."${name}" as r from unnest($${parameter}::text[]) as x offset 0) s`;
}
