import { isObject } from '../lenient.ts';

/** An object of JSON. */
export type Body = Record<string, unknown>;

const isListed = (value: unknown) => isObject(value) && 'tinyId' in value && 'id' in value && 'createdAt' in value;

/** What a body is: an action on an alert, an answer of the REST API with one or more alerts, or nothing of Opsgenie. */
export function formOf(value: unknown): 'action' | 'alert' | 'alerts' | undefined {
  if (!isObject(value)) return undefined;
  const { action, alert, data } = value;
  if (typeof action === 'string' && isObject(alert) && 'alertId' in alert) return 'action';
  if (isListed(data)) return 'alert';
  return Array.isArray(data) && data.some(isListed) ? 'alerts' : undefined;
}

/** True for a body of Opsgenie. */
export const isBody = (value: unknown): value is Body => formOf(value) !== undefined;
