import { formatInstant, readInstant } from '../instant.ts';
import { after } from '../moment.ts';
import { isSeverityLabel } from '../severity-label.ts';
import { changeParts } from './change.ts';
import { issueKey, type LinearDelivery } from './delivery.ts';
import { Named } from './schema.ts';

/** Reads what became of an issue. */
export function readIssue(one: LinearDelivery): void {
  const { action, data, at, epochMs, url, add, leave, wrote } = one;
  if (!data) return leave('an issue', 'the webhook has no data');
  const key = issueKey(data, url);
  const name = `Issue ${key ?? 'without a key'}`;
  const place = `${at}/data`;
  const said = saidOf(one);
  if (said === undefined) return leave(`Issue: ${action}`, 'this action is unknown');
  if (said === '')
    return leave('a change of an issue', 'it says nothing of what happened (order, cycle, subscribers ...)');
  const createdMs = action === 'create' ? (readInstant(data.createdAt) ?? epochMs) : epochMs;
  const assignee = data.assignee?.name;
  add({
    key: `linear:issue:${data.id ?? ''}:${action}${action === 'create' ? '' : `:${createdMs ?? ''}`}`,
    what: `an issue: ${action}`,
    epochMs: createdMs,
    place,
    text: `${name} ${said}${after(data.title)}`,
    ...(action === 'create' ? { body: data.description } : {}),
    notes: action === 'create' && assignee ? [`Assigned to ${assignee}.`] : [],
    link: { kind: 'issue', url: url ?? data.url, ...(key === undefined ? {} : { of: key }) },
  });
  if (action === 'create') wrote(one.actorName, place);
  issueFacts(one);
}

function saidOf({ action, data, updatedFrom, raw }: LinearDelivery): string | undefined {
  if (action === 'create') return 'created';
  if (action === 'remove') return 'removed';
  if (action === 'restore') return 'restored';
  if (action !== 'update' || !data) return undefined;
  if (Object.hasOwn(updatedFrom, 'archivedAt') && data.archivedAt) return 'archived';
  const parts = changeParts(updatedFrom, data, raw);
  if (parts.length > 0) return `changed (${parts.join('; ')})`;
  return '';
}

/** Adds what an issue says beside its moments: a title, a severity by its labels. */
function issueFacts({ data, at, context: { reading, keep } }: LinearDelivery): void {
  const { facts } = reading;
  const title = keep(data?.title ?? '');
  if (title !== '') facts.titles.push({ value: title, from: 'conversation', evidence: `${at}/data/title` });
  for (const [index, raw] of (data?.labels ?? []).entries()) {
    const name = Named.parse(raw)?.name;
    if (!isSeverityLabel(name)) continue;
    facts.severities.push({ value: keep(name), of: 'incident', evidence: `${at}/data/labels/${index}/name` });
  }
}

const slaActions: ReadonlyMap<string, string> = new Map([
  ['set', 'was set'],
  ['highRisk', 'is at risk'],
  ['breached', 'was breached'],
]);

/** Reads what became of the service level agreement of an issue. */
export function readSla({ action, data, issueData, at, epochMs, url, add, leave }: LinearDelivery): void {
  const issue = issueData ?? data;
  const said = slaActions.get(action ?? '');
  if (said === undefined) return leave(`IssueSLA: ${action}`, 'this action is unknown');
  const key = issueKey(issue, url);
  const breachesMs = readInstant(issue?.slaBreachesAt);
  add({
    key: `linear:sla:${issue?.id ?? ''}:${action}:${epochMs ?? ''}`,
    what: 'the SLA of an issue',
    epochMs,
    place: issueData ? `${at}/issueData` : `${at}/data`,
    text: `SLA of issue ${key ?? 'without a key'} ${said}${after(issue?.title)}`,
    notes: [breachesMs === undefined || action === 'breached' ? '' : `It is breached at ${formatInstant(breachesMs)}.`],
    link: { kind: 'issue', url: url ?? issue?.url, ...(key === undefined ? {} : { of: key }) },
  });
}
