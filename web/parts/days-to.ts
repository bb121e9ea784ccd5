const dayMs = 86_400_000;

/** Days from today (UTC) to a day; NaN for what is no day. */
export const daysTo = (day: string, nowMs = Date.now()): number =>
  Math.round((Date.parse(day.slice(0, 10)) - Math.floor(nowMs / dayMs) * dayMs) / dayMs);
