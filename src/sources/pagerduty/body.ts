import { isObject } from '../lenient.ts';

/** A body of webhook v3, of v1 or v2, or an answer of the REST API with log entries. */
export type Body = Record<string, unknown>;

const isLogEntry = (value: unknown): value is Body =>
  isObject(value) && typeof value['type'] === 'string' && /_log_entry(_reference)?$/.test(value['type']);

const isMessage = (value: unknown) =>
  isObject(value) &&
  [value['type'], value['event']].some((type) => typeof type === 'string' && type.startsWith('incident.'));

/** What a body holds, by the marks of each form; undefined when it is none of PagerDuty's. */
export function formOf(value: unknown): 'event' | 'messages' | 'log' | 'entry' | undefined {
  if (!isObject(value)) return undefined;
  const { event } = value;
  if (
    isObject(event) &&
    typeof event['event_type'] === 'string' &&
    ('occurred_at' in event || 'resource_type' in event)
  )
    return 'event';
  if (Array.isArray(value['messages']) && value['messages'].some(isMessage)) return 'messages';
  if (Array.isArray(value['log_entries']) && value['log_entries'].every(isLogEntry)) return 'log';
  return isLogEntry(value) || isLogEntry(value['log_entry']) ? 'entry' : undefined;
}

/** True for incidents as `GET /incidents` gives them, without what happened. */
export const isOfApi = (value: unknown): value is Body => {
  if (!isObject(value)) return false;
  const listed = Array.isArray(value['incidents']) ? value['incidents'] : [value['incident']];
  return listed.some((one: unknown) => isObject(one) && one['type'] === 'incident' && 'incident_number' in one);
};

/** True for a body of PagerDuty. */
export const isBody = (value: unknown): value is Body => formOf(value) !== undefined;
