import { hasAlerts, isFromGrafana } from '../alertmanager/webhook.ts';

/** A body of Grafana's unified alerting (8 and later), or of the old dashboard alerts (up to 10). */
export type Body = Record<string, unknown>;

/** Which of the two a body is; undefined when it is none. */
export function formOf(value: unknown): 'unified' | 'legacy' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (hasAlerts(value)) return isFromGrafana(value) ? 'unified' : undefined;
  const { ruleName, state, ruleId, ruleUrl } = value as Body;
  const isLegacy = typeof ruleName === 'string' && typeof state === 'string' && (ruleId ?? ruleUrl) !== undefined;
  return isLegacy ? 'legacy' : undefined;
}

/** True for a body of Grafana. */
export const isBody = (value: unknown): value is Body => formOf(value) !== undefined;
