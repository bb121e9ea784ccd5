import type { ColumnType } from 'kysely';

/** What a column gives, what it takes when a row comes, and what when it changes. */
export type Json = ColumnType<unknown, string, string>;
export type Bytes = Uint8Array;
export type Time = ColumnType<Date, string, string>;
export type OptionalTime = ColumnType<Date | null, string | null | undefined, string | null>;
