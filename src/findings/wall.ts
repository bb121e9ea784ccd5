function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Milliseconds of a written wall time (`2025-12-19T14:23+01:00`, `2025-12-19`) as if it were UTC; NaN when it is no date.
 * Read digit by digit, since every event of every document passes here.
 */
export function wallMs(at: string): number {
  const [year, month, day] = [digits(at, 0, 4), digits(at, 5, 7), digits(at, 8, 10)];
  if (Number.isNaN(year + month + day) || at[4] !== '-' || at[7] !== '-') return NaN;
  const timed = at[10] === 'T' && at[13] === ':';
  const minutes = timed ? digits(at, 11, 13) * 60 + digits(at, 14, 16) : NaN;
  const seconds = at[16] === ':' ? digits(at, 17, 19) : NaN;
  const ms = (Number.isNaN(minutes) ? 0 : minutes * 60_000) + (Number.isNaN(minutes + seconds) ? 0 : seconds * 1000);
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > lastDay(year, month)) || ms >= 86_400_000) return NaN;
  return Date.UTC(year, month - 1, day) + ms;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Midnight of the day a wall time lies in. */
export const dayOf = (wall: number): number => Math.floor(wall / 86_400_000) * 86_400_000;

/** `2025-12-19` of a wall time. */
export const dayText = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** `2025-12-19 14:23` of a wall time. */
export const timeText = (wall: number): string => new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
