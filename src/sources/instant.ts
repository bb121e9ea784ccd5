const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,12}))?(Z|z| ?UTC| ?[+-]\d\d:?\d\d)$/;

/**
 * Reads an RFC 3339 instant (or Ruby's `2026-03-04 14:20:00 UTC`, `+0100`) to milliseconds since 1970 UTC; a fraction finer than that stays as a fraction.
 * Undefined when it is no time, cannot be (30 February), or stands for "none": Go's zero time of year 1, or 1970 itself.
 */
export function readInstant(text: string | null | undefined): number | undefined {
  const match = typeof text === 'string' ? rfc3339.exec(text) : null;
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone = 'Z'] = match;
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (new Date(wallMs).toISOString().slice(0, 19) !== `${year}-${month}-${day}T${hour}:${minute}:${second}`) return;
  const epochMs = wallMs - offsetMs(zone.trim()) + (fraction ? Number(`0.${fraction}`) * 1000 : 0);
  return epochMs > 0 ? epochMs : undefined;
}

function offsetMs(zone: string): number {
  if (/^(?:Z|UTC)$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** `2025-03-04T14:23:05Z`, the form of `at` in the record. */
export function formatInstant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** `14:23 UTC`, for sentences. */
export function clockTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(11, 16)} UTC`;
}
