import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { memberOf, membersOf, textOf } from '../lenient.ts';
import { isUrl } from '../url.ts';
import type { Context } from './context.ts';
import { type Hook, Issue } from './schema.ts';

/** What an action says of an issue. `ignored` is what older versions call archived. */
const words: Record<string, string> = {
  created: 'New issue',
  resolved: 'Issue resolved',
  assigned: 'Issue assigned',
  unassigned: 'Issue unassigned',
  archived: 'Issue archived',
  ignored: 'Issue archived',
  unresolved: 'Issue unresolved again',
};

/** Writes what became of an issue. A new one has the time of its first error; other changes have that of the webhook, if any. */
export function readIssue({ action, data, actor }: Hook, at: string, context: Context): void {
  const { reading, ignored, keep, sentMs } = context;
  const issue = Issue.parse(membersOf(data['issue']));
  const place = `${at}/data/issue`;
  const name = keep(issue.shortId ?? issue.id ?? '');
  const isNew = action === 'created';
  const epochMs = isNew ? readInstant(issue.firstSeen) : sentMs;
  if (!Object.hasOwn(words, action)) {
    ignored.add(
      `issue action "${keep(action).slice(0, 40)}"`,
      'it is not known; its time and issue were read',
      `${at}/action`,
    );
  }
  issueFacts(issue, place, epochMs, context);
  if (epochMs === undefined) {
    const why = isNew ? 'firstSeen is no time' : 'the payload does not say when; the header Sentry-Hook-Timestamp does';
    ignored.add(`${keep(sentenceOf(action))} ${name}`, why, place);
    return;
  }
  const assignee = action === 'assigned' ? personName(memberOf(data, 'assignee')) : undefined;
  const how = howOf(action, issue, textOf(data, 'resolution_type'));
  const level = isNew && issue.level !== undefined && issue.level !== 'error' ? ` (${issue.level})` : '';
  const head = `${sentenceOf(action)} ${name}${level}${assignee === undefined ? '' : ` to ${assignee}`}${how && ` (${how})`}`;
  const { text, notes } = splitText(keep(`${head}: ${issue.title ?? 'without a title'}`));
  const details = [notes, issue.culprit === undefined ? '' : `Where: ${keep(issue.culprit)}`]
    .filter(Boolean)
    .join('\n\n');
  reading.events.push({
    key: `sentry:issue:${keep(action)}:${keep(issue.id ?? name)}${isNew ? '' : `@${epochMs}`}`,
    epochMs,
    text,
    ...(details === '' ? {} : { notes: details }),
    actor: keep(actor.name ?? 'Sentry'),
    evidence: place,
  });
  if (actor.type === 'user' && actor.name !== undefined) {
    reading.facts.people.push({ value: keep(actor.name), evidence: `${at}/actor`, epochMs });
  }
  if (assignee !== undefined && textOf(memberOf(data, 'assignee'), 'type') !== 'team') {
    reading.facts.people.push({ value: keep(assignee), evidence: `${at}/data/assignee`, epochMs });
  }
}

const sentenceOf = (action: string) => words[action] ?? `Issue ${action.slice(0, 40)}`;

/** In what way: `in the next release`, `escalating`, `until escalating`. */
function howOf(action: string, { substatus, statusDetails }: Issue, resolution: string | undefined): string {
  if (action === 'resolved') {
    const release = textOf(statusDetails, 'inRelease');
    if (release !== undefined) return `in release ${release}`;
    if (memberOf(statusDetails, 'inNextRelease') === true) return 'in the next release';
    if (memberOf(statusDetails, 'inCommit') !== undefined) return 'by a commit';
    return resolution === undefined || resolution === 'now' ? '' : resolution.replaceAll('_', ' ');
  }
  return action === 'created' || action === 'assigned'
    ? ''
    : (substatus ?? '').replace(/^archived_/, '').replaceAll('_', ' ');
}

function issueFacts(issue: Issue, place: string, epochMs: number | undefined, { reading, keep }: Context): void {
  const { facts } = reading;
  const timed = epochMs === undefined ? {} : { epochMs };
  const project = issue.project.slug ?? issue.project.name;
  const link = issue.web_url ?? issue.permalink;
  if (issue.title !== undefined)
    facts.titles.push({ value: keep(issue.title), from: 'symptom', evidence: place, ...timed });
  if (project !== undefined) facts.services.push({ value: keep(project), evidence: `${place}/project`, ...timed });
  if (isUrl(link)) {
    facts.links.push({
      value: keep(link),
      kind: 'issue',
      of: keep(issue.shortId ?? issue.title ?? ''),
      evidence: place,
    });
  }
}

/** The name of a person or team; never the e-mail address. */
const personName = (value: unknown) => textOf(value, 'name');
