/** A calendar span: months keep their real length, so `1mo` is not 30 days. */
export type CalendarSpan = { months: number; days: number; hours: number };

const form = /^\s{0,9}(\d{1,4})\s?(h|hours?|d|days?|w|weeks?|mo|months?|q|quarters?|y|years?)\s{0,9}$/i;

const units: { [first: string]: CalendarSpan } = {
  h: { months: 0, days: 0, hours: 1 },
  d: { months: 0, days: 1, hours: 0 },
  w: { months: 0, days: 7, hours: 0 },
  m: { months: 1, days: 0, hours: 0 },
  q: { months: 3, days: 0, hours: 0 },
  y: { months: 12, days: 0, hours: 0 },
};

/** Reads `24h`, `7d`, `1w`, `1mo`, `1q`, `1y` (also spelled out); undefined when it is none. */
export function readSpan(text: string): CalendarSpan | undefined {
  const found = form.exec(text);
  const unit = found === null ? undefined : units[(found[2] ?? '').charAt(0).toLowerCase()];
  if (found === null || unit === undefined) return undefined;
  const count = Number(found[1]);
  return { months: unit.months * count, days: unit.days * count, hours: unit.hours * count };
}

/** The instant one span later, in UTC. Months first: 31 January plus one month is the last day of February. */
export function addSpan(epochMs: number, span: CalendarSpan): number {
  const date = new Date(epochMs);
  const month = date.getUTCMonth() + span.months;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  const timeOfDayMs = ((epochMs % 86_400_000) + 86_400_000) % 86_400_000;
  return Date.UTC(date.getUTCFullYear(), month, day + span.days) + timeOfDayMs + span.hours * 3_600_000;
}

/** The calendar month (UTC) that holds the instant: first instant, and first instant of the next month. */
export function calendarMonth(epochMs: number): { fromMs: number; toMs: number } {
  const date = new Date(epochMs);
  const at = (month: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month, 1);
  return { fromMs: at(0), toMs: at(1) };
}
