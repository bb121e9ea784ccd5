import { alertFacts } from '../alertmanager/alert-facts.ts';
import { alertName, readAlert } from '../alertmanager/alert.ts';
import { label } from '../alertmanager/labels.ts';
import { Alert, Webhook } from '../alertmanager/schema.ts';
import { issueText } from '../issue.ts';
import { textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { More } from './schema.ts';
import { endTold, reasonOf } from './state-reason.ts';

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
  const reason = reasonOf(alert);
  const ended = endTold(reason);
  if (!readAlert(alert, place, { ...context, system: 'Grafana' }, { title, isDetection, ended })) return;
  alertFacts(alert, place, context, title);
  const more = More.safeParse(value).data;
  if (!more) return;
  addLinks(more, place, name, context);
  // What was measured last belongs to the end of an alert that has one.
  const event = context.reading.events[alert.status === 'resolved' ? before + 1 : before];
  const failure = label(alert.annotations ?? {}, 'Error');
  const told = [
    valuesOf(more),
    failure && `Error: ${failure}`,
    alert.status === 'firing' && reason && `Reason: ${reason}`,
  ].flatMap((text) => (text ? [context.keep(text)] : []));
  if (event && told.length > 0) event.notes = [event.notes, ...told].filter(Boolean).join('\n\n');
}

/** `Values: B = 23.4`, what the expressions of the rule gave; undefined when they are not told. */
function valuesOf({ values, valueString }: More): string | undefined {
  const told = Object.keys(values ?? {}).flatMap((name) => {
    const value = textOf(values, name);
    return value === undefined ? [] : [`${name} = ${value}`];
  });
  const all = told.length > 0 ? told.join(', ') : valueString;
  return all ? `Values: ${all}` : undefined;
}

/** Adds the links of its dashboard. */
function addLinks(more: More, place: string, name: string, { reading, keep }: Context): void {
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
