export { Entries } from './entries.tsx';
export type { Column, EntryRow, Filter } from './columns.ts';
