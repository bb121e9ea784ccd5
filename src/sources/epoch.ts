/** The last millisecond of year 9999: later, a time is no time. */
const latestMs = 253_402_300_799_999;

/**
 * Milliseconds since 1970 UTC of a count since then in seconds, milli-, micro- or nanoseconds: at times of monitoring (after
 * 1973) its size tells which. Undefined when it is none of them, or 0, which stands for "none".
 */
export function readEpoch(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{9,20}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isFinite(count) || count < 1e8) return undefined;
  const epochMs = count < 1e11 ? count * 1e3 : count < 1e14 ? count : count < 1e17 ? count / 1e3 : count / 1e6;
  return epochMs <= latestMs ? epochMs : undefined;
}
