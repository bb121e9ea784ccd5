import { shownNow } from '../saving/expected.ts';

/** The day of an incident, `YYYY-MM-DD`, for times that are written without one; undefined when the record does not say it. */
export function incidentDay(incident: string): string | undefined {
  const { date, start } = shownNow(incident)?.record.incident ?? {};
  return [start?.at, date].find((at) => at !== undefined && /^\d{4}-\d{2}-\d{2}/.test(at))?.slice(0, 10);
}
