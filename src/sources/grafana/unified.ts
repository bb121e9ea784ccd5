import { alertFacts } from '../alertmanager/alert-facts.ts';
import { alertName, readAlert } from '../alertmanager/alert.ts';
import { label } from '../alertmanager/labels.ts';
import { Alert, Webhook } from '../alertmanager/schema.ts';
import { issueText } from '../issue.ts';
import { textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { More } from './schema.ts';

/** Names of the alerts that Grafana raises when it cannot evaluate a rule; `rulename` says which. */
const unevaluated = ['DatasourceNoData', 'DatasourceError'];

/** Reads a body of unified alerting: its alerts are those of Alertmanager, with values and links to dashboards. */
export function readUnified(body: unknown, at: string, context: Context): void {
  const { ignored, reading, keep } = context;
  const webhook = Webhook.safeParse(body);
  if (!webhook.success) return ignored.add('a value that is no webhook body', issueText(webhook.error), at);
  const { alerts, truncatedAlerts, groupKey, externalURL } = webhook.data;
  const left = truncatedAlerts ?? 0;
  // A test's body says that one is cut off though none is.
  if (left > 0 && !alerts.every(isTest)) {
    const what = `${left} ${left === 1 ? 'alert' : 'alerts'} that Grafana cut off (truncatedAlerts)`;
    ignored.add(what, 'they are not in the payload: raise Max Alerts of the contact point', `${at}/truncatedAlerts`);
    reading.conditions.push({ key: `grafana:truncated:${keep(groupKey ?? '')}`, name: what, state: 'open' });
  }
  if (isUrl(externalURL))
    reading.facts.links.push({
      value: keep(externalURL),
      kind: 'alerts',
      of: 'Grafana',
      evidence: `${at}/externalURL`,
    });
  for (const [index, value] of alerts.entries()) readOne(value, `${at}/alerts/${index}`, context);
}

function readOne(value: unknown, place: string, context: Context): void {
  const { ignored } = context;
  const parsed = Alert.safeParse(value);
  if (!parsed.success) return ignored.add('an alert', issueText(parsed.error), place);
  const { data: alert } = parsed;
  if (isTest(value)) return ignored.add('a test notification', 'it is no event of an incident', place);
  const name = label(alert.labels, 'alertname') ?? '';
  const rule = label(alert.labels, 'rulename');
  const isDetection = !unevaluated.includes(name);
  const title = isDetection || rule === undefined ? alertName(alert) : `${name} (${rule})`;
  const before = context.reading.events.length;
  if (!readAlert(alert, place, { ...context, system: 'Grafana' }, { title, isDetection })) return;
  alertFacts(alert, place, context, title);
  const more = More.safeParse(value);
  if (more.success) addMore(more.data, place, name, context, before);
}

/** Adds the values that fired it to the notes, and the links of its dashboard. */
function addMore(more: More, place: string, name: string, { reading, keep }: Context, index: number): void {
  const values = Object.keys(more.values ?? {}).flatMap((name) => {
    const value = textOf(more.values, name);
    return value === undefined ? [] : [`${name} = ${value}`];
  });
  const told = keep(values.length > 0 ? values.join(', ') : (more.valueString ?? ''));
  const event = reading.events[index];
  if (event && told !== '') event.notes = [event.notes, `Values: ${told}`].filter(Boolean).join('\n\n');
  const links: [string, unknown][] = [
    ['dashboard', more.dashboardURL],
    ['panel', more.panelURL],
    ['image', more.imageURL],
  ];
  for (const [kind, value] of links)
    if (isUrl(value)) reading.facts.links.push({ value: keep(value), kind, of: keep(name), evidence: place });
}

/** The button "Test" of a contact point sends an alert of this name. */
function isTest(value: unknown): boolean {
  const labels = Alert.safeParse(value).data?.labels ?? {};
  return label(labels, 'alertname') === 'TestAlert' && label(labels, 'instance') === 'Grafana';
}
