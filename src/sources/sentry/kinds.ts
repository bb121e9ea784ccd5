import { memberOf, textOf } from '../lenient.ts';

/** True for a webhook of the integration platform: what was done, with what, by which installation. */
export const isHook = (value: unknown) =>
  typeof memberOf(value, 'action') === 'string' &&
  typeof memberOf(value, 'data') === 'object' &&
  textOf(memberOf(value, 'installation'), 'uuid') !== undefined;

/** True for a webhook of the older plugin, which has the event inside and names its project. */
export const isPluginHook = (value: unknown) =>
  textOf(memberOf(value, 'event'), 'event_id') !== undefined &&
  memberOf(value, 'action') === undefined &&
  (Array.isArray(memberOf(value, 'triggering_rules')) || textOf(value, 'project_slug') !== undefined);
