const wallForm = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/;

/** Milliseconds of a written wall time (`2025-12-19T14:23+01:00`, `2025-12-19`) as if it were UTC; NaN when it is no date. */
export function wallMs(at: string): number {
  const [whole, year, month, day, hour, minute, second] = wallForm.exec(at) ?? [];
  if (whole === undefined) return NaN;
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  const back = new Date(ms);
  return back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day) ? ms : NaN;
}

/** Midnight of the day a wall time lies in. */
export const dayOf = (wall: number): number => Math.floor(wall / 86_400_000) * 86_400_000;

/** `2025-12-19` of a wall time. */
export const dayText = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** `2025-12-19 14:23` of a wall time. */
export const timeText = (wall: number): string => new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
