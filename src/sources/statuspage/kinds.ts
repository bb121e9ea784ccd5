import { isObject, memberOf, textOf } from '../lenient.ts';

const hasPosts = (value: unknown) =>
  Array.isArray(memberOf(value, 'incident_updates')) || Array.isArray(memberOf(value, 'maintenance_updates'));

/** An incident with posts, or with a state of its own when its posts were left out. */
const isPosted = (value: unknown) =>
  hasPosts(value) || (textOf(value, 'status') !== undefined && textOf(value, 'created_at') !== undefined);

/** True for an incident by itself, as the management API lists them. */
export const isIncident = (value: unknown) => hasPosts(value) && textOf(value, 'name') !== undefined;

/** True for a webhook, or for what a page's own API answers. */
export function isPage(value: unknown): boolean {
  if (!isObject(memberOf(value, 'page'))) return false;
  if (isObject(memberOf(value, 'component_update'))) return true;
  if (['incident', 'maintenance'].some((name) => isPosted(memberOf(value, name)))) return true;
  return ['incidents', 'scheduled_maintenances'].some((name) => Array.isArray(memberOf(value, name)));
}
