/** A daily window in minutes after midnight. `days`: which days count, 'unknown' when the text does not say. */
export type SupportHours = { fromMinute: number; toMinute: number; days: 'all' | 'workdays' | 'unknown' };

const range =
  /\b(\d{1,2})(?:[:.](\d\d))?\s?(am|pm)?\s{0,2}(?:-|–|—|to|until|bis)\s{0,2}(\d{1,2})(?:[:.](\d\d))?\s?(am|pm)?/i;
const cue = /\b(?:hours|support|business|office|working|core)\b|\bbürozeit/i;
const workdays = /\bM(?:on|onday)?\s?(?:-|–|to)\s?F(?:ri|riday)?\b|\b(?:week|work|business|working)\s?-?days?\b/i;
const allDays = /\b(?:daily|every day|seven days|7 days|Mon(?:day)?\s?(?:-|–|to)\s?Sun(?:day)?)\b/i;

function minutes(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  const h = Number(hour) % (half === undefined ? 100 : 12);
  return (h + (half?.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minute ?? 0);
}

/** Reads `during support hours 10:00-17:00 (M-F)`; undefined when the text states no daily window. */
export function readSupportHours(text: string): SupportHours | undefined {
  const found = cue.test(text) ? range.exec(text) : null;
  if (found === null) return undefined;
  const fromMinute = minutes(found[1], found[2], found[3] ?? (found[6] === undefined ? undefined : 'am'));
  const toMinute = minutes(found[4], found[5], found[6]);
  if (!(fromMinute < toMinute && toMinute <= 1440)) return undefined;
  return { fromMinute, toMinute, days: workdays.test(text) ? 'workdays' : allDays.test(text) ? 'all' : 'unknown' };
}

const dayMs = 86_400_000;

/** Seconds of [from, to) that lie in the window, in wall milliseconds; undefined for spans over 400 days. */
function secondsWithin(from: number, to: number, hours: SupportHours, days: 'all' | 'workdays'): number | undefined {
  if (to - from > 400 * dayMs) return undefined;
  let total = 0;
  for (let day = Math.floor(from / dayMs) * dayMs; day < to; day += dayMs) {
    const weekday = new Date(day).getUTCDay();
    if (days === 'workdays' && (weekday === 0 || weekday === 6)) continue;
    const start = Math.max(from, day + hours.fromMinute * 60_000);
    const end = Math.min(to, day + hours.toMinute * 60_000);
    if (end > start) total += end - start;
  }
  return total / 1000;
}

/** The lengths a span may have in these hours: one for stated days, both readings when the text does not say. */
export function lengthsWithin(from: number, to: number, hours: SupportHours): number[] {
  const kinds = hours.days === 'unknown' ? (['all', 'workdays'] as const) : ([hours.days] as const);
  return kinds.map((kind) => secondsWithin(from, to, hours, kind)).filter((value) => value !== undefined);
}
