import { bodies } from '../bodies.ts';
import { issueText } from '../issue.ts';
import { jsonText } from '../json-text.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readAlert } from './alert.ts';
import { alertFacts, groupFacts } from './alert-facts.ts';
import type { AlertContext } from './context.ts';
import { Alert, Webhook } from './schema.ts';
import { isWebhook } from './webhook.ts';

/** Reads webhook bodies to events, conditions and facts. Throws SourceError `alertmanager.no-webhook` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isWebhook(value))) {
    throw new SourceError(
      'alertmanager.no-webhook',
      'There is no Alertmanager webhook body here: no object with a list `alerts`.',
      file.name,
      'Save the body that Alertmanager posts to its webhook receiver (version "4").',
    );
  }
  const { context, done } = startReading('alertmanager', file);
  for (const { value, at } of all.bodies) {
    const webhook = Webhook.safeParse(value);
    if (webhook.success) readWebhook(webhook.data, at, { ...context, system: 'Alertmanager' });
    else context.ignored.add('a value that is no webhook body', issueText(webhook.error), at);
  }
  return done(all.ignored);
}

function readWebhook(webhook: Webhook, at: string, context: AlertContext): void {
  const { ignored, reading } = context;
  if (webhook.version !== '4') {
    const version = webhook.version === undefined ? 'none' : jsonText(webhook.version, 0).slice(0, 40);
    ignored.add(
      `webhook version ${version}`,
      'only version "4" is known; the alerts were read as such',
      `${at}/version`,
    );
  }
  const left = webhook.truncatedAlerts ?? 0;
  if (left > 0) {
    const what = `${left} ${left === 1 ? 'alert' : 'alerts'} that Alertmanager cut off (truncatedAlerts)`;
    ignored.add(what, 'they are not in the payload: raise max_alerts of the receiver', `${at}/truncatedAlerts`);
    const key = `alertmanager:truncated:${context.keep(webhook.groupKey ?? '')}`;
    reading.conditions.push({ key, name: what, state: 'open' });
  }
  groupFacts(webhook, at, context);
  for (const [index, value] of webhook.alerts.entries()) {
    const place = `${at}/alerts/${index}`;
    const alert = Alert.safeParse(value);
    if (!alert.success) ignored.add('an alert', issueText(alert.error), place);
    else if (readAlert(alert.data, place, context)) alertFacts(alert.data, place, context);
  }
}
