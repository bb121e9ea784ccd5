import { after } from '../moment.ts';
import { issueFacts } from './issue-facts.ts';
import { add, addChange, addComment, addCreated, issueName, nameOf, type Place } from './moments.ts';
import { Webhook } from './schema.ts';
import { readTime } from './time.ts';

type Parsed = ReturnType<typeof Webhook.parse>;

/** Kinds of webhooks that say nothing of what happened. */
const bookkeeping =
  /^(?:issuelink_|issue_property_|worklog_|jira:worklog_|sprint_|board_|project_|jira:version_|user_|attachment_|option_|filter_|issuetype_)/;

/** Reads one webhook of Jira. */
export function readWebhook(value: unknown, at: string, one: Omit<Place, 'issue' | 'at'>): void {
  const webhook = Webhook.parse(value);
  const { webhookEvent: event, issue, comment, context } = { ...webhook, ...one };
  const place: Place = { ...one, issue, at: `${at}/issue` };
  if (event === undefined) readTransition(webhook, at, place);
  else if (event === 'jira:issue_created') addCreated(place, webhook.user, webhook.timestamp);
  else if (event === 'jira:issue_updated') readUpdate(webhook, at, place);
  else if (event === 'jira:issue_deleted') addDeleted(webhook, place);
  else if (event === 'comment_created' || event === 'comment_updated') addComment(place, comment, `${at}/comment`);
  else if (event === 'comment_deleted') context.ignored.add('a comment', 'it was deleted', `${at}/comment`);
  else if (event === 'jira:version_released') readVersion(webhook, at, place);
  else {
    const why = bookkeeping.test(event) ? 'it is bookkeeping' : 'no reader knows this kind';
    context.ignored.add(context.keep(event).slice(0, 60), why, at);
    return;
  }
  if (issue) issueFacts(issue, `${at}/issue`, context);
}

/** An update has what was changed, a comment, or both; one without either tells of a deleted comment. */
function readUpdate(webhook: Parsed, at: string, place: Place): void {
  const { changelog, comment, issue_event_type_name: type, timestamp, user } = webhook;
  if (comment !== undefined && comment !== null) addComment(place, comment, `${at}/comment`);
  const items = changelog?.items.length === 0 && type === 'issue_assigned' ? assignment(webhook) : changelog?.items;
  // A body that was logged or templated may lack its time, or have it in another form; the issue says when it was updated.
  const time = readTime(timestamp) ?? webhook.issue?.fields?.updated;
  if (changelog) addChange(place, { id: changelog.id, items: items ?? [], time, user, place: `${at}/changelog` });
  else if (comment === undefined || comment === null) {
    const isComment = type === 'issue_comment_deleted';
    const [what, why] = isComment ? ['a comment', 'it was deleted'] : ['an update', 'it does not say what was changed'];
    place.context.ignored.add(what, why, at);
  }
}

/** Some versions say that an issue was assigned, and to whom only in the issue. */
const assignment = ({ issue }: Parsed): unknown[] => [
  { field: 'assignee', toString: nameOf(issue?.fields?.assignee) ?? 'nobody' },
];

function addDeleted({ issue, timestamp, user }: Parsed, place: Place): void {
  add(
    {
      key: `jira:issue:${issue?.id ?? issue?.key ?? ''}:deleted`,
      what: 'the deletion of an issue',
      epochMs: readTime(timestamp),
      place: place.at,
      text: `${issueName(issue)} deleted${after(issue?.fields?.summary)}`,
      actor: nameOf(user),
    },
    place,
  );
}

/** The post function of a workflow: the states before and after. */
function readTransition({ transition, issue, timestamp, user, comment }: Parsed, at: string, place: Place): void {
  const epochMs = readTime(timestamp);
  const { from_status: from = 'none', to_status: to = 'none' } = transition ?? {};
  add(
    {
      key: `jira:transition:${issue?.id ?? issue?.key ?? ''}:${epochMs ?? ''}`,
      what: 'a transition of an issue',
      epochMs,
      place: `${at}/transition`,
      text: `${issueName(issue)} changed (status ${from} to ${to})${after(issue?.fields?.summary)}`,
      ...(typeof comment === 'string' ? { body: comment } : {}),
      actor: nameOf(user),
    },
    place,
  );
}

function readVersion({ version, timestamp, user }: Parsed, at: string, place: Place): void {
  const epochMs = readTime(timestamp);
  add(
    {
      key: `jira:version:${version?.id ?? ''}:${epochMs ?? ''}`,
      what: 'the release of a version',
      epochMs,
      place: `${at}/version`,
      text: `Version ${version?.name ?? 'without a name'} released`,
      body: version?.description,
      isChange: true,
      actor: nameOf(user),
    },
    place,
  );
}
