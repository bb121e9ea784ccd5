import { isObject, memberOf, textOf } from '../lenient.ts';

const hasPosts = (value: unknown) =>
  Array.isArray(memberOf(value, 'incident_updates')) || Array.isArray(memberOf(value, 'maintenance_updates'));

/** An incident with posts, or with a state of its own when its posts were left out. */
const isPosted = (value: unknown) =>
  hasPosts(value) || (textOf(value, 'status') !== undefined && textOf(value, 'created_at') !== undefined);

/** True for an incident by itself, as the management API lists them. */
export const isIncident = (value: unknown) => hasPosts(value) && textOf(value, 'name') !== undefined;

/** Members of a page that hold one incident or maintenance, and those that hold several. */
export const singles = ['incident', 'maintenance', 'scheduled_maintenance'];
export const lists = ['incidents', 'scheduled_maintenances'];

/** True for a webhook, or for what a page's own API answers. One that does not name its page is known by its posts. */
export function isPage(value: unknown): boolean {
  const isNamed = isObject(memberOf(value, 'page'));
  if ((isNamed || isObject(memberOf(value, 'meta'))) && isObject(memberOf(value, 'component_update'))) return true;
  if (singles.some((name) => (isNamed ? isPosted : hasPosts)(memberOf(value, name)))) return true;
  return lists.some((name) => {
    const list = memberOf(value, name);
    return Array.isArray(list) && (isNamed || list.some(hasPosts));
  });
}

/** True for the state of a page without its incidents: `/api/v2/status.json`, `/api/v2/components.json`. */
export const isState = (value: unknown) =>
  textOf(memberOf(value, 'page'), 'updated_at') !== undefined &&
  (Array.isArray(memberOf(value, 'components')) || textOf(memberOf(value, 'status'), 'indicator') !== undefined);
