import type { RawBuilder } from 'kysely';
import type { Database } from './database.ts';

/** A statement as its text, with parameters `$1`, `$2`, ... */
export type PlainStatement = { text: string; parameters: readonly unknown[] };

/** A data-changing statement without `returning`: made with kysely, or, on busy ways, as a text that is always the same. */
export type ChangeStatement = RawBuilder<unknown> | PlainStatement;

/** The statement as its text. */
export function plainStatement(database: Database, statement: ChangeStatement): PlainStatement {
  if ('text' in statement) return statement;
  const { sql: text, parameters } = statement.compile(database.kysely);
  return { text, parameters };
}

/** The text with its parameters numbered from `by` + 1. */
export const renumbered = (text: string, by: number): string =>
  by === 0 ? text : text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`);
