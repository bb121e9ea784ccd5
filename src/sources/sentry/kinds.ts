import { isObject, memberOf, textOf } from '../lenient.ts';

/** True for a webhook of the integration platform: what was done, with what, by which installation. */
export const isHook = (value: unknown) =>
  typeof memberOf(value, 'action') === 'string' &&
  typeof memberOf(value, 'data') === 'object' &&
  (textOf(memberOf(value, 'installation'), 'uuid') !== undefined || holdsSentry(memberOf(value, 'data')));

/** A copy may lack its installation: then what it holds has to be told apart from anybody's issue or event. */
function holdsSentry(data: unknown): boolean {
  const [event, error, issue, alert] = ['event', 'error', 'issue', 'metric_alert'].map((name) => memberOf(data, name));
  const isError = [event, error].some((one) => textOf(one, 'event_id') !== undefined);
  const isIssue = textOf(issue, 'shortId') !== undefined && isObject(memberOf(issue, 'project'));
  return isError || isIssue || isObject(memberOf(alert, 'alert_rule'));
}

/** True for a webhook of the older plugin, which has the event inside and names its project. */
export const isPluginHook = (value: unknown) =>
  textOf(memberOf(value, 'event'), 'event_id') !== undefined &&
  memberOf(value, 'action') === undefined &&
  (Array.isArray(memberOf(value, 'triggering_rules')) ||
    ['project_slug', 'project_name'].some((name) => textOf(value, name) !== undefined));

/** True for a service hook of a project: an event with its issue, called group, and its project. */
export const isServiceHook = (value: unknown) =>
  textOf(memberOf(value, 'event'), 'eventID') !== undefined &&
  isObject(memberOf(value, 'group')) &&
  textOf(memberOf(value, 'project'), 'slug') !== undefined;
