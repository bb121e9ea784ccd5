import { noFacts } from '../facts.ts';
import { ignoredList } from '../ignored.ts';
import { issueText } from '../issue.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readAlert } from './alert.ts';
import { alertFacts, groupFacts } from './alert-facts.ts';
import type { Context } from './context.ts';
import { isWebhook, payloads } from './payloads.ts';
import { Alert, Webhook } from './schema.ts';

/** Reads webhook bodies to events, conditions and facts. Throws SourceError `alertmanager.no-webhook` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = payloads(file);
  if (!all.payloads.some(({ value }) => isWebhook(value))) {
    throw new SourceError(
      'alertmanager.no-webhook',
      'There is no Alertmanager webhook body here: no object with a list `alerts`.',
      file.name,
      'Save the body that Alertmanager posts to its webhook receiver (version "4").',
    );
  }
  const ignored = ignoredList();
  const text = keeper();
  const reading: SourceReading = {
    source: 'alertmanager',
    file: file.name,
    events: [],
    conditions: [],
    facts: noFacts(),
    ignored: [],
    masked: 0,
  };
  const context = { reading, ignored, keep: text.keep };
  for (const { value, at } of all.payloads) {
    const webhook = Webhook.safeParse(value);
    if (webhook.success) readWebhook(webhook.data, at, context);
    else ignored.add('a value that is no webhook body', issueText(webhook.error), at);
  }
  return { ...reading, ignored: [...all.ignored, ...ignored.list()], masked: text.masked() };
}

function readWebhook(webhook: Webhook, at: string, context: Context): void {
  const { ignored, reading } = context;
  if (webhook.version !== '4') {
    const version = webhook.version === undefined ? 'none' : String(JSON.stringify(webhook.version)).slice(0, 40);
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
