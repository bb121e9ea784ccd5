import { memberOf } from '../lenient.ts';
import { type Data, Named } from './schema.ts';

/** Fields that put things in order, or follow from another that is told. */
const bookkeeping =
  /(?:^(?:updatedAt|editedAt|estimate|cycleId|subscriberIds|descriptionData|trashed|snoozedById|integrationSourceType|slug\w*|url|progress|currentProgress|scope|memberIds|teamIds|icon|color|dueDate|reactionData|previousIdentifiers|number|identifier|botActor|syncedWith|contentState|documentContentId)$|Order$|History$|(?:At|Ids?By)$|^sla)/;

const priorities = ['no priority', 'urgent', 'high', 'medium', 'low'];
const priorityName = (value: unknown) => (typeof value === 'number' ? (priorities[value] ?? String(value)) : 'none');

const stateName = (data: Data) =>
  typeof data.state === 'string' ? data.state : (data.state?.name ?? data.status?.name);
const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 80)
    : 'none';

/** The part of the sentence for one field; `before` is what it was. An id of what it was has no name in the webhook. */
function part(field: string, before: unknown, data: Data): string {
  switch (field) {
    case 'stateId':
    case 'statusId':
    case 'state':
      return `state now ${stateName(data) ?? 'unknown'}`;
    case 'assigneeId':
      return data.assignee?.name ? `assigned to ${data.assignee.name}` : 'no longer assigned';
    case 'leadId':
      return data.lead?.name ? `led by ${data.lead.name}` : 'without a lead';
    case 'priority':
      return `priority ${priorityName(before)} to ${data.priorityLabel?.toLowerCase() ?? priorityName(data.priority)}`;
    case 'labelIds': {
      const names = data.labels.flatMap((label) => Named.parse(label)?.name ?? []);
      return `labels now ${names.length === 0 ? 'none' : names.join(', ')}`;
    }
    case 'title':
    case 'name':
      return `renamed from “${shown(before)}”`;
    case 'description':
    case 'content':
      return `${field} edited`;
    case 'health':
      return `health ${shown(before)} to ${shown(data.health)}`;
    case 'targetDate':
      return `target date ${shown(before)} to ${shown(data.targetDate)}`;
    case 'teamId':
      return `moved to team ${data.team?.name ?? 'unknown'}`;
    case 'projectId':
      return data.project?.name ? `moved to project ${data.project.name}` : 'project changed';
    default:
      return `${field.replace(/Ids?$/, '')} changed`;
  }
}

/**
 * What an update changed, one part per field, the state first; `raw` is the data as it came. Empty when only what says nothing of
 * what happened did. Older webhooks list every field that was empty before: one that still is did not change.
 */
export function changeParts(updatedFrom: Record<string, unknown>, data: Data, raw: unknown): string[] {
  const stayedEmpty = (field: string) =>
    (updatedFrom[field] ?? undefined) === undefined && (memberOf(raw, field) ?? undefined) === undefined;
  const fields = Object.keys(updatedFrom).filter((field) => !bookkeeping.test(field) && !stayedEmpty(field));
  const isState = (field: string) => /^stat(?:e|us)/.test(field);
  return fields
    .toSorted((a, b) => Number(isState(b)) - Number(isState(a)))
    .slice(0, 12)
    .map((field) => part(field, updatedFrom[field], data));
}
