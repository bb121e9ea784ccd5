import { isObject } from '../lenient.ts';

/**
 * The variables of Datadog's webhooks that are read, and the names under which payloads carry them, most telling first:
 * compared without case and signs, so `$ALERT_TITLE` is found as `alert_title`, `alertTitle` and `ALERT_TITLE`.
 */
const names = {
  id: ['id', 'eventid'],
  title: ['eventtitle', 'title', 'alerttitle', 'alertname', 'monitorname'],
  body: ['textonlymsg', 'eventmsg', 'body', 'message', 'msg', 'text', 'description'],
  date: ['date', 'dateposix', 'lastupdated', 'lastupdatedposix', 'timestamp'],
  transition: ['alerttransition', 'transition'],
  alertId: ['alertid', 'monitorid'],
  alertStatus: ['alertstatus'],
  alertQuery: ['alertquery', 'query'],
  alertScope: ['alertscope', 'scope'],
  alertMetric: ['alertmetric'],
  priority: ['alertpriority', 'monitorpriority'],
  /** `$PRIORITY` is normal or low; teams name that of the monitor so as well. */
  anyPriority: ['priority'],
  cycle: ['alertcyclekey', 'cyclekey'],
  group: ['aggregkey'],
  eventType: ['eventtype'],
  tags: ['tags'],
  hostname: ['hostname', 'host'],
  link: ['link', 'url', 'sourceurl', 'alerturl', 'eventurl'],
  snapshot: ['snapshot', 'snapshoturl'],
  email: ['email'],
  user: ['username', 'user'],
  incidentId: ['incidentpublicid'],
  incidentTitle: ['incidenttitle'],
  incidentStatus: ['incidentstatus'],
  incidentSeverity: ['incidentseverity'],
  incidentUrl: ['incidenturl'],
  incidentMessage: ['incidentmsg', 'incidentmessage'],
  incidentCommander: ['incidentcommander'],
} as const;

export type Variable = keyof typeof names;
/** What a payload says for each variable, and the place it stands at. */
export type Values = Partial<Record<Variable, { text: string; at: string }>>;

/** A variable that was not filled stands as it was written, or is empty. */
const isEmpty = (text: string) => text === '' || text.toLowerCase() === 'null' || /^\$[A-Z_]{2,40}$/.test(text);

/** Groups whose `id` is not that of the event. */
const things = new Set(['alert', 'monitor', 'incident', 'user', 'host']);
const plainName = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/**
 * Reads the variables out of a payload: its own fields, and those of objects in it, as templates like to group them, with the
 * name of the group before them (`alert.id` is `$ALERT_ID`) and without.
 */
export function readVariables(body: Record<string, unknown>): Values {
  const found = new Map<string, { text: string; at: string }>();
  const take = (fields: object, at: string, group = '') => {
    for (const [name, value] of Object.entries(fields)) {
      const plain = plainName(name);
      const text = textOf(value);
      const known = [`${group}${plain}`, ...(group === '' || (plain === 'id' && things.has(group)) ? [] : [plain])];
      for (const one of isEmpty(text) ? [] : known)
        if (!found.has(one)) found.set(one, { text, at: `${at}/${pointer(name)}` });
    }
  };
  take(body, '');
  for (const [name, value] of Object.entries(body))
    if (isObject(value) && plainName(name) !== 'org') take(value, `/${pointer(name)}`, plainName(name));
  const values: Values = {};
  for (const [variable, aliases] of Object.entries(names) as [Variable, readonly string[]][]) {
    const value = aliases.map((alias) => found.get(alias)).find((one) => one !== undefined);
    if (value) values[variable] = value;
  }
  return values;
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.join(',')
        : '';

/** A field's name as a JSON pointer has it. */
const pointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
