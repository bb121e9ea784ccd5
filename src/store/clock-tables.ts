import type { Generated } from 'kysely';
import type { Json } from './columns.ts';

/** The table of what people said about clocks. */
export type ClockTables = {
  clock_mark: { incident_id: string; clock: string; value: Json; version: Generated<number>; settled: boolean };
};
