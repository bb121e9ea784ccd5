/** From one instant to another. */
export type Span = { fromMs: number; toMs: number };

/** The incident, and as long before and after it. `after` ends now when now is earlier, and is absent before it began. */
export type Periods = { before: Span; during: Span; after?: Span };
export const periodNames = ['before', 'during', 'after'] as const;
export type PeriodName = (typeof periodNames)[number];

/**
 * The three periods of an incident. Instants are of whole seconds, so that asking again asks the same. The first bad sample comes up
 * to a scrape late: `guardSeconds` on both sides belong to no period, so that before and after hold nothing of the incident.
 */
export function periodsOf(incident: Span, nowMs: number, guardSeconds: number): Periods {
  const fromMs = Math.floor(incident.fromMs / 1000) * 1000;
  const toMs = Math.max(fromMs + 1000, Math.ceil(incident.toMs / 1000) * 1000);
  const lengthMs = toMs - fromMs;
  const guardMs = guardSeconds * 1000;
  const after = { fromMs: toMs + guardMs, toMs: Math.min(toMs + guardMs + lengthMs, Math.floor(nowMs / 1000) * 1000) };
  return {
    before: { fromMs: fromMs - guardMs - lengthMs, toMs: fromMs - guardMs },
    during: { fromMs, toMs },
    ...(after.toMs > after.fromMs ? { after } : {}),
  };
}

/** All of it: what is asked for, and drawn. */
export const wholeOf = ({ before, during, after }: Periods): Span => ({
  fromMs: before.fromMs,
  toMs: (after ?? during).toMs,
});

/** Points that one series is asked for at most: Prometheus refuses more than 11,000, and a chart shows fewer. */
const mostPoints = 5000;

/** Seconds between points where a moment is looked for between two of them: a tenth of the scrape interval. */
export const closerSeconds = (intervalSeconds: number): number => Math.max(0.1, intervalSeconds / 10);

/** Seconds between points: the scrape interval, or as many times it as the points need. */
export function stepSeconds({ fromMs, toMs }: Span, intervalSeconds: number): number {
  const points = (toMs - fromMs) / 1000 / intervalSeconds;
  return intervalSeconds * Math.max(1, Math.ceil(points / mostPoints));
}
