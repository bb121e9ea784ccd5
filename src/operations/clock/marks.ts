import { ClockMark } from '../../clocks/index.ts';
import type { Database } from '../../store/database.ts';

/** What was said of clocks, by incident and clock; `version` is to be named when it is changed. */
export type KeptMark = { mark: ClockMark; version: number };

/** What was said of the clocks of some incidents. */
export async function marksOfMany(
  { kysely }: Database,
  incidents: readonly string[],
): Promise<Map<string, Map<string, KeptMark>>> {
  const found = new Map<string, Map<string, KeptMark>>();
  if (incidents.length === 0) return found;
  const rows = await kysely
    .selectFrom('clock_mark')
    .select(['incident_id', 'clock', 'value', 'version'])
    .where('incident_id', 'in', [...incidents])
    .execute();
  for (const { incident_id: incident, clock, value, version } of rows) {
    const marks = found.get(incident) ?? new Map<string, KeptMark>();
    marks.set(clock, { mark: ClockMark.parse(value), version });
    found.set(incident, marks);
  }
  return found;
}

/** The marks alone. */
export const marksAlone = (kept: ReadonlyMap<string, KeptMark> | undefined): Map<string, ClockMark> =>
  new Map([...(kept ?? [])].map(([clock, { mark }]) => [clock, mark]));
