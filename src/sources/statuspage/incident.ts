import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import { textOf } from '../lenient.ts';
import { isUrl } from '../url.ts';
import { componentWordsOf, meaningOf } from './statuses.ts';
import { Incident, Update } from './schema.ts';

/** Writes the posts of an incident or maintenance, each an event and something told to customers. */
export function readIncident(value: unknown, page: string, at: string, context: Context): void {
  const { ignored } = context;
  const incident = Incident.safeParse(value);
  if (!incident.success) {
    ignored.add('an incident', issueText(incident.error), at);
    return;
  }
  const isMaintenance = incident.data.scheduled_for !== undefined || incident.data.maintenance_updates.length > 0;
  for (const [list, updates] of [
    ['incident_updates', incident.data.incident_updates],
    ['maintenance_updates', incident.data.maintenance_updates],
  ] as const) {
    for (const [index, item] of updates.entries()) {
      const place = `${at}/${list}/${index}`;
      const update = Update.safeParse(item);
      if (update.success) readUpdate(update.data, incident.data, { page, place, isMaintenance }, context);
      else ignored.add('a post', issueText(update.error), place);
    }
  }
  if (incident.data.incident_updates.length + incident.data.maintenance_updates.length === 0) {
    readUpdate(stateOf(incident.data), incident.data, { page, place: at, isMaintenance }, context);
  }
  incidentFacts(incident.data, at, isMaintenance, context);
}

/** What an incident without posts says by itself: its state, and since when. */
function stateOf({ status, created_at, updated_at, monitoring_at, resolved_at }: Incident): Update {
  const since = { resolved: resolved_at, monitoring: monitoring_at }[status ?? ''] ?? updated_at ?? created_at;
  return { id: undefined, status, body: undefined, created_at: since, display_at: undefined, affected_components: [] };
}

type Frame = { page: string; place: string; isMaintenance: boolean };

function readUpdate(
  update: Update,
  incident: Incident,
  { page, place, isMaintenance }: Frame,
  { reading, ignored, keep }: Context,
): void {
  const epochMs = readInstant(update.display_at) ?? readInstant(update.created_at);
  const status = update.status ?? '';
  const meaning = meaningOf(status);
  if (epochMs === undefined) {
    ignored.add('a post', 'it has no time', `${place}/created_at`);
    return;
  }
  if (!meaning)
    ignored.add(`status "${keep(status).slice(0, 40)}"`, 'it is not known; the post was read', `${place}/status`);
  const body = keep(update.body ?? '');
  const name = keep(incident.name ?? 'without a name');
  const head = `Status page: ${name}, ${meaning?.words ?? keep(status)}`;
  const { text, notes } = splitText(body === '' ? head : `${head}: ${body}`);
  const { milestone, phase, isStated } = isMaintenance ? {} : (meaning ?? {});
  const details = [notes, ...changes(update.affected_components).map(keep)].filter(Boolean).join('\n\n');
  reading.events.push({
    key: `statuspage:post:${keep(update.id ?? `${incident.id}:${status}:${epochMs}`)}`,
    epochMs,
    text,
    ...(details === '' ? {} : { notes: details }),
    actor: page,
    ...(phase === undefined ? {} : { phase }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(milestone === undefined || isStated ? {} : { inferredFrom: 'wording' as const }),
    evidence: place,
  });
  for (const service of hit(update.affected_components)) {
    reading.facts.services.push({ value: keep(service), evidence: place, epochMs });
  }
  if (body === '' || status === 'postmortem') return;
  reading.facts.communications.push({
    value: body,
    audience: 'customers',
    channel: 'status page',
    evidence: `${place}/body`,
    epochMs,
  });
}

/** The components that a post says are or were hit; else those that it names. */
function hit(components: unknown[]): string[] {
  const isHit = (component: unknown) =>
    ['old_status', 'new_status'].some((name) => (textOf(component, name) ?? 'operational') !== 'operational');
  const found = components.filter(isHit);
  return (found.length > 0 ? found : components).flatMap((component) => textOf(component, 'name') ?? []);
}

/** `Checkout: operational → partial outage` of the components that a post changed. */
function changes(components: unknown[]): string[] {
  return components.flatMap((component) => {
    const [from, to] = [textOf(component, 'old_status') ?? '', textOf(component, 'new_status') ?? ''];
    if (from === to) return [];
    return [
      `${textOf(component, 'name') ?? 'A component'}: ${componentWordsOf(from) ?? from} → ${componentWordsOf(to) ?? to}`,
    ];
  });
}

function incidentFacts(incident: Incident, at: string, isMaintenance: boolean, { reading, keep }: Context): void {
  const { facts } = reading;
  const name = keep(incident.name ?? '');
  const created = readInstant(incident.created_at);
  const timed = created === undefined ? {} : { epochMs: created };
  const link = incident.shortlink ?? incident.url;
  if (name !== '' && !isMaintenance)
    facts.titles.push({ value: name, from: 'conversation', evidence: `${at}/name`, ...timed });
  // The page computes it from its components, so it weighs no more than an alert's.
  const impact = incident.impact?.toLowerCase();
  if (impact !== undefined && /^(?:minor|major|critical)$/.test(impact)) {
    facts.severities.push({ value: impact, of: 'alert', evidence: `${at}/impact`, ...timed });
  }
  for (const [index, component] of incident.components.entries()) {
    const service = textOf(component, 'name');
    if (service !== undefined)
      facts.services.push({ value: keep(service), evidence: `${at}/components/${index}/name`, ...timed });
  }
  if (isUrl(link)) facts.links.push({ value: keep(link), kind: 'status page', of: name, evidence: `${at}/shortlink` });
}
