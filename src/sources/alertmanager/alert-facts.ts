import { readInstant } from '../instant.ts';
import { isUrl } from '../url.ts';
import { alertName } from './alert.ts';
import { label, serviceOf } from './labels.ts';
import type { Context } from '../reading.ts';
import type { Alert, Webhook } from './schema.ts';

/** Annotations that hold links, and their kind. Names are those of common rule sets and of Grafana. */
const linkAnnotations: { name: string; kind: string }[] = [
  { name: 'runbook_url', kind: 'runbook' },
  { name: 'runbook', kind: 'runbook' },
  { name: 'dashboard_url', kind: 'dashboard' },
  { name: 'dashboard', kind: 'dashboard' },
];

/** Adds what an alert says beside its times: title, severity, service, links. */
export function alertFacts(
  alert: Alert,
  place: string,
  { reading, ignored, keep }: Context,
  title = alertName(alert),
): void {
  const epochMs = readInstant(alert.startsAt) ?? 0;
  const { facts } = reading;
  const severity = label(alert.labels, 'severity');
  const service = serviceOf(alert.labels);
  const of = keep(label(alert.labels, 'alertname') ?? 'alert');
  facts.titles.push({ value: keep(title), from: 'alert', evidence: `${place}/labels`, epochMs });
  if (severity) {
    facts.severities.push({ value: keep(severity), of: 'alert', evidence: `${place}/labels/severity`, epochMs });
  }
  if (service) facts.services.push({ value: keep(service), evidence: `${place}/labels`, epochMs });
  for (const { name, kind } of linkAnnotations) {
    const value = label(alert.annotations ?? {}, name);
    if (value === undefined) continue;
    if (isUrl(value)) facts.links.push({ value: keep(value), kind, of, evidence: `${place}/annotations/${name}` });
    else ignored.add(`annotation ${name}`, 'it is no http address', `${place}/annotations/${name}`);
  }
  if (isUrl(alert.generatorURL)) {
    facts.links.push({ value: keep(alert.generatorURL), kind: 'query', of, evidence: `${place}/generatorURL` });
  }
}

/** Adds the link of a delivery to its Alertmanager. */
export function groupFacts(webhook: Webhook, at: string, { reading, keep }: Context): void {
  if (!isUrl(webhook.externalURL)) return;
  reading.facts.links.push({
    value: keep(webhook.externalURL),
    kind: 'alerts',
    of: 'Alertmanager',
    evidence: `${at}/externalURL`,
  });
}
