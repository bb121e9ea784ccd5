import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { membersOf, Text, textOf } from '../lenient.ts';
import { isUrl } from '../url.ts';
import type { Context } from './context.ts';
import { type Hook, MetricAlert } from './schema.ts';

/** One incident of a metric alert, with what its parts are known by. */
type Told = {
  alert: MetricAlert;
  action: string;
  data: Record<string, unknown>;
  name: string;
  identity: string;
  at: string;
};

const levels = ['critical', 'warning'];

/** Writes that a metric alert fired or ended. Both levels of one incident are detected when the incident was. */
export function readMetricAlert({ action, data }: Hook, at: string, context: Context): void {
  const { ignored, keep } = context;
  const alert = MetricAlert.parse(membersOf(data['metric_alert']));
  const name = `Metric alert ${keep(alert.alert_rule.name ?? alert.title ?? 'without a name')}`;
  const identity = keep(`${alert.organization_id ?? ''}/${alert.id ?? alert.identifier ?? alert.date_started ?? ''}`);
  if (action !== 'resolved' && !levels.includes(action)) {
    ignored.add(
      `metric alert action "${keep(action).slice(0, 40)}"`,
      'only critical, warning and resolved are known',
      `${at}/action`,
    );
  }
  const told = { alert, action, data, name, identity, at };
  readState(told, context);
  const firedMs = readStart(told, context);
  if (firedMs !== undefined) alertFacts(told, firedMs, context);
}

const firedKey = ({ identity }: Told) => `sentry:metric-alert-fired:${identity}`;

/** Open, or closed at `date_closed`, else when the webhook was sent, else at an unknown time. */
function readState(told: Told, { reading, ignored, sentMs }: Context): void {
  const { alert, action, name, identity, at } = told;
  const place = `${at}/data/metric_alert/date_closed`;
  const condition = { key: `sentry:metric-alert:${identity}`, name, openedBy: firedKey(told) };
  const statedMs = readInstant(alert.date_closed);
  const closedMs = statedMs ?? sentMs;
  if (action !== 'resolved') reading.conditions.push({ ...condition, state: 'open' });
  else if (closedMs === undefined) {
    ignored.add(`the end of ${name}`, 'it is resolved, but neither date_closed nor a header says when', place);
    reading.conditions.push({ ...condition, state: 'closed' });
  } else {
    const key = `sentry:metric-alert-resolved:${identity}`;
    const evidence = statedMs === undefined ? `${at}/action` : place;
    reading.conditions.push({ ...condition, state: 'closed', closedBy: key });
    reading.events.push({ key, epochMs: closedMs, text: `${name} resolved`, actor: 'Sentry', evidence });
  }
}

/** That it fired, which a delivery of its end tells too; of several that of the highest level is kept. */
function readStart(told: Told, { reading, ignored, keep, sentMs }: Context): number | undefined {
  const { alert, action, data, name, at } = told;
  const place = `${at}/data/metric_alert`;
  const isOpen = action !== 'resolved';
  const firedMs = readInstant(alert.date_detected) ?? readInstant(alert.date_created) ?? (isOpen ? sentMs : undefined);
  if (firedMs === undefined) {
    ignored.add(name, 'date_detected is no time', `${place}/date_detected`);
    return undefined;
  }
  const words = isOpen ? keep(textOf(data, 'description_text')?.replaceAll('\\n', '\n') ?? '') : '';
  const head = levels.includes(action) ? `${name} fired (${action})` : `${name} fired`;
  const { text, notes } = splitText(words === '' ? head : `${head}: ${words}`);
  reading.events.push({
    key: firedKey(told),
    epochMs: firedMs,
    text,
    ...(notes === undefined ? {} : { notes }),
    actor: 'Sentry',
    phase: 'detection',
    milestone: 'detected',
    evidence: place,
    ...(isOpen ? { lastMs: firedMs + (action === 'critical' ? 1 : 0) } : {}),
  });
  return firedMs;
}

function alertFacts({ alert, action, data, at }: Told, epochMs: number, { reading, keep }: Context): void {
  const { facts } = reading;
  const place = `${at}/data/metric_alert`;
  const name = keep(alert.alert_rule.name ?? 'Metric alert');
  const url = textOf(data, 'web_url');
  facts.titles.push({ value: name, from: 'alert', evidence: place, epochMs });
  if (levels.includes(action)) {
    facts.severities.push({ value: keep(action), of: 'alert', evidence: `${at}/action`, epochMs });
  }
  for (const project of alert.projects) {
    const slug = Text.parse(project) ?? textOf(project, 'slug');
    if (slug !== undefined) facts.services.push({ value: keep(slug), evidence: `${place}/projects`, epochMs });
  }
  if (isUrl(url)) facts.links.push({ value: keep(url), kind: 'alerts', of: name, evidence: `${at}/data/web_url` });
}
