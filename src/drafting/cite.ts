import { formatInstant } from '../sources/instant.ts';

/** `(2025-03-04 14:23 UTC, alertmanager)`: when, and who says so. */
export function cite(event: { epochMs: number; source: string }): string {
  const at = formatInstant(event.epochMs);
  return `(${at.slice(0, 10)} ${at.slice(11, 16)} UTC, ${event.source})`;
}
