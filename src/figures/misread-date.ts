import { type Said, say } from '../record/said.ts';
import { toEpochMs } from '../values/instant.ts';

const dayMs = 86_400_000;

function inPlace(at: string, from: number, length: number, value: number): string {
  return at.slice(0, from) + String(value).padStart(length, '0') + at.slice(from + length);
}

/**
 * Says that the year or the month of one of two times (RFC 3339) looks mistyped: they lie more than 60 days apart, or in the
 * wrong order, and less than a week with the same year or month (or the next one, over New Year). Undefined otherwise.
 */
export function misreadDate(from: string, to: string): Said | undefined {
  const apartMs = toEpochMs(to) - toEpochMs(from);
  if (Number.isNaN(apartMs) || (apartMs >= -dayMs && apartMs <= 60 * dayMs)) return undefined;
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const mended: [part: Said, at: string][] = [
    [say`year`, inPlace(to, 0, 4, year)],
    [say`year`, inPlace(to, 0, 4, year + 1)],
    [say`month`, inPlace(to, 5, 2, month)],
    [say`month`, inPlace(to, 5, 2, month + 1)],
  ];
  const part = mended.find(([, at]) => {
    const mendedMs = toEpochMs(at) - toEpochMs(from);
    return mendedMs >= 0 && mendedMs <= 7 * dayMs;
  })?.[0];
  const days = Math.round(Math.abs(apartMs) / dayMs);
  return part === undefined ? undefined : say`they are ${days} days apart, and the ${part} looks mistyped: correct it`;
}
