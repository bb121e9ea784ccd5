import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readComment } from './comment.ts';
import { delivery, type LinearDelivery } from './delivery.ts';
import { readIssue, readSla } from './issue.ts';
import { isWebhook } from './kinds.ts';
import { readProject, readProjectUpdate } from './project.ts';

/** How each kind of webhook is read. */
const readers: ReadonlyMap<string, (one: LinearDelivery) => void> = new Map([
  ['Issue', readIssue],
  ['IssueSLA', readSla],
  ['IssueSla', readSla],
  ['Comment', readComment],
  ['Project', readProject],
  ['ProjectUpdate', readProjectUpdate],
]);

/** Kinds that are known and left out, and why. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['Reaction', 'a reaction is no event'],
  ...[
    'IssueLabel',
    'ProjectLabel',
    'Attachment',
    'IssueRelation',
    'Cycle',
    'Document',
    'Initiative',
    'InitiativeUpdate',
    'User',
    'Customer',
    'CustomerNeed',
    'CustomerRequest',
    'PermissionChange',
    'AppUserNotification',
    'AgentSessionEvent',
    'OAuthApp',
  ].map((kind): [string, string] => [kind, 'it says nothing of what happened']),
]);

/** Reads webhooks of Linear. Throws SourceError `linear.no-webhook` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isWebhook(value))) {
    throw new SourceError(
      'linear.no-webhook',
      'There is no webhook of Linear here: no object with action, type and data.',
      file.name,
      'Save what Linear posts to a webhook (Settings, API, Webhooks).',
    );
  }
  const { context, done } = startReading('linear', file);
  for (const { value, at } of all.bodies) {
    if (!isWebhook(value)) {
      context.ignored.add('a value', 'it is no webhook of Linear', at);
      continue;
    }
    const one = delivery(value, at, file.headers?.['linear-delivery'], context);
    const kind = one.type ?? '';
    const reader = readers.get(kind);
    if (reader) reader(one);
    else one.leave(kind, leftOut.get(kind) ?? 'no reader knows this kind');
  }
  return done(all.ignored);
}
