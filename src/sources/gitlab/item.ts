import { readInstant } from '../instant.ts';
import { textOf } from '../lenient.ts';
import { after, shortSha } from '../moment.ts';
import { changedAt, changedParts } from './changes.ts';
import type { GitLabDelivery } from './delivery.ts';
import { itemFacts } from './item-facts.ts';
import { Item, User } from './schema.ts';

type Parsed = ReturnType<typeof Item.parse>;

/** What an action did, and when; `before` is the last edit, of what does not touch `updated_at`: approvals and labels. */
type Stage = { said: string; stated: string | undefined; before?: string | undefined };

function stageOf(action: string, isMerge: boolean, { object_attributes: item, changes }: Parsed): Stage | undefined {
  switch (action) {
    case 'open':
      return { said: 'opened', stated: item?.created_at };
    case 'close':
      return { said: isMerge ? 'closed without a merge' : 'closed', stated: item?.closed_at ?? item?.updated_at };
    case 'reopen':
      return { said: 'reopened', stated: item?.updated_at };
    case 'merge':
      return {
        said: `merged${item?.target_branch ? ` into ${item.target_branch}` : ''}`,
        stated: item?.merged_at ?? item?.updated_at,
      };
    case 'approved':
    case 'approval':
      return { said: 'approved', stated: changedAt(changes) };
    case 'unapproved':
    case 'unapproval':
      return { said: 'no longer approved', stated: changedAt(changes) };
    case 'update': {
      const head = shortSha(item?.last_commit?.id);
      if (item?.oldrev) return { said: `got new commits${head && ` (now ${head})`}`, stated: item.updated_at };
      const parts = changedParts(changes);
      if (parts?.length === 0) return { said: '', stated: undefined };
      const stated = changedAt(changes, item?.updated_at);
      if (parts === undefined) return { said: 'edited', stated: stated ?? item?.updated_at };
      return { said: `edited (${parts.join('; ')})`, stated, before: item?.updated_at };
    }
    default:
      return undefined;
  }
}

/** `Incident`, `Merge request`; a work item says itself what it is. */
function nameOf(kind: string, type: string | null | undefined): string {
  if (kind === 'merge_request') return 'Merge request';
  if (type && /^[A-Za-z][A-Za-z ]{1,30}$/.test(type)) return type;
  return kind === 'issue' ? 'Issue' : kind === 'incident' ? 'Incident' : 'Work item';
}

/** Reads what became of an issue, an incident, another work item, or a merge request. */
export function readItem({ payload, kind, at, project, context, add, leave, wrote }: GitLabDelivery): void {
  const parsed = Item.parse(payload);
  const { object_attributes: item } = parsed;
  const isMerge = kind === 'merge_request';
  const name = nameOf(kind, item?.type);
  const place = `${at}/object_attributes`;
  const action = item?.action ?? (item?.updated_at === item?.created_at ? 'open' : 'update');
  const stage = stageOf(action, isMerge, parsed);
  if (!stage) return leave(`${kind}: ${action}`, 'this action is unknown');
  if (stage.said === '') return leave(`${kind}: ${action}`, 'only what says nothing of what happened was changed');
  const statedMs = readInstant(stage.stated);
  // A saved hook without a time of its own stands where the item was last edited, and says so.
  const beforeMs = statedMs === undefined && context.receivedMs === undefined ? readInstant(stage.before) : undefined;
  const epochMs = statedMs ?? beforeMs;
  const sign = isMerge ? '!' : '#';
  const said = beforeMs === undefined ? '' : `:${stage.said}`;
  const moment = action === 'open' || action === 'merge' ? '' : `:${epochMs ?? ''}${said}`;
  add({
    key: `gitlab:${isMerge ? kind : 'issue'}:${item?.id ?? ''}:${action}${moment}`,
    what: `${name} ${action}`,
    epochMs,
    place,
    text: `${name} ${sign}${item?.iid ?? '?'} of ${project} ${stage.said}${after(item?.title)}`,
    ...(action === 'open' ? { body: item?.description } : {}),
    notes: [
      action === 'open' ? assigned(parsed) : '',
      bySystem(parsed),
      beforeMs === undefined ? '' : 'GitLab states no time of it: this is that of the last edit before.',
    ],
    milestone: isAcknowledged(parsed) ? 'acknowledged' : undefined,
    link: { kind: isMerge ? 'merge request' : 'issue', url: item?.url, of: `${project}${sign}${item?.iid ?? '?'}` },
  });
  if (isMerge) return;
  if (action === 'open') wrote(place);
  itemFacts(parsed, at, context);
}

/** On an incident GitLab keeps whether the one on call has taken it; only that turn is said as such. */
function isAcknowledged({ object_attributes: item, changes }: Parsed): boolean {
  const turn = changes && Object.hasOwn(changes, 'escalation_status') ? changes['escalation_status'] : undefined;
  return item?.type === 'Incident' && item.action === 'update' && textOf(turn, 'current') === 'acknowledged';
}

/** GitLab takes approvals back by itself, in the name of who pushed. */
function bySystem({ object_attributes: item }: Parsed): string {
  if (item?.system !== true) return '';
  return `GitLab did it by itself${item.system_action ? `: ${item.system_action.replaceAll('_', ' ')}` : ''}.`;
}

function assigned({ assignees, assignee }: Parsed): string {
  const all = (assignees.length > 0 ? assignees : [assignee]).flatMap((raw) => User.parse(raw)?.name ?? []);
  return all.length === 0 ? '' : `Assigned to ${all.join(', ')}.`;
}
