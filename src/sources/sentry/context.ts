import type { Context as Started } from '../reading.ts';

/** What the parts of this reader write to, and when the webhook was sent, where its headers tell. */
export type Context = Started & { sentMs: number | undefined };

/** `Sentry-Hook-Timestamp`, of service hooks `X-ServiceHook-Timestamp`: seconds since 1970. It is the only time that a change of an issue has. */
export function readSent(headers: Record<string, string> | undefined): number | undefined {
  const text = headers?.['sentry-hook-timestamp'] ?? headers?.['x-servicehook-timestamp'] ?? '';
  return /^\d{9,11}(?:\.\d{1,9})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}
