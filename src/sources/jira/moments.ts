import { clockTime } from '../instant.ts';
import { addMoment, after, type Moment } from '../moment.ts';
import type { Context } from '../reading.ts';
import { changeParts } from './change.ts';
import { documentText } from './document-text.ts';
import { browseUrl } from './issue-facts.ts';
import { Comment, type Issue, type User } from './schema.ts';
import { readTime } from './time.ts';

/** An issue, where it stands, and what called it so. */
export type Place = { issue: Issue | undefined; at: string; deliveryId: string | undefined; context: Context };

export const nameOf = (user: ReturnType<typeof User.parse>): string | undefined => user?.displayName ?? user?.name;

/** `Incident OPS-12`, for a sentence. */
export const issueName = (issue: Issue | undefined): string =>
  `${issue?.fields?.issuetype?.name ?? 'Issue'} ${issue?.key ?? 'without a key'}`;

const linkOf = (issue: Issue | undefined) => ({
  kind: 'issue',
  url: browseUrl(issue?.self, issue?.key),
  ...(issue?.key === undefined ? {} : { of: issue.key }),
});

/** Adds a moment of Jira. */
export const add = (moment: Moment, { deliveryId, context }: Place): void =>
  addMoment(moment, { id: deliveryId, sender: 'Jira' }, context);

/** Names a person who wrote. */
function wrote(user: ReturnType<typeof User.parse>, place: string, { reading: { facts }, keep }: Context): void {
  const name = nameOf(user);
  if (name === undefined || user?.accountType === 'app') return;
  facts.people.push({ value: keep(name), evidence: place });
}

/** Adds that the issue was created. */
export function addCreated(one: Place, user: ReturnType<typeof User.parse>, fallback: unknown): void {
  const { issue, at, context } = one;
  const fields = issue?.fields;
  const who = user ?? fields?.creator ?? fields?.reporter;
  const assignee = nameOf(fields?.assignee);
  add(
    {
      key: `jira:issue:${issue?.id ?? issue?.key ?? ''}:created`,
      what: 'the creation of an issue',
      epochMs: readTime(fields?.created) ?? readTime(fallback),
      place: at,
      text: `${issueName(issue)} created${after(fields?.summary)}`,
      body: documentText(fields?.description),
      notes: [assignee === undefined ? '' : `Assigned to ${assignee}.`],
      actor: nameOf(who),
      link: linkOf(issue),
    },
    one,
  );
  wrote(who, at, context);
}

/** Adds one change of an issue; the same by webhook and by the REST API, which share its id. */
export function addChange(
  one: Place,
  change: {
    id: string | undefined;
    items: unknown[];
    time: unknown;
    user: ReturnType<typeof User.parse>;
    place: string;
  },
): void {
  const { issue, context } = one;
  const parts = changeParts(change.items);
  if (parts.length === 0) {
    context.ignored.add(
      'a change of an issue',
      'it says nothing of what happened (rank, sprint, time spent ...)',
      change.place,
    );
    return;
  }
  const epochMs = readTime(change.time);
  add(
    {
      key: `jira:change:${change.id ?? `${issue?.id ?? issue?.key ?? ''}:${epochMs ?? ''}`}`,
      what: 'a change of an issue',
      epochMs,
      place: change.place,
      text: `${issueName(issue)} changed (${parts.join('; ')})${after(issue?.fields?.summary)}`,
      actor: nameOf(change.user),
      link: linkOf(issue),
    },
    one,
  );
}

/** Adds a comment; an edit gives the same event its new words. */
export function addComment(one: Place, raw: unknown, place: string): void {
  const { issue, context } = one;
  const comment = Comment.parse(raw);
  const createdMs = readTime(comment?.created);
  const updatedMs = readTime(comment?.updated);
  const isEdit = createdMs !== undefined && updatedMs !== undefined && updatedMs - createdMs >= 1000;
  const title = issue?.fields?.summary ? ` (${issue.fields.summary})` : '';
  const seen = comment?.visibility?.value ?? (comment?.jsdPublic === false ? 'the team' : undefined);
  add(
    {
      key: `jira:comment:${comment?.id ?? ''}`,
      what: 'a comment',
      epochMs: createdMs,
      place,
      text: documentText(comment?.body) ?? '',
      quoted: true,
      notes: [
        `Comment on ${issue?.key ? issueName(issue) : 'an issue'}${title}.${isEdit ? ` Edited at ${clockTime(updatedMs)}.` : ''}`,
        seen === undefined ? '' : `At Jira only ${seen} can see it.`,
      ],
      actor: nameOf(comment?.author),
      editedMs: updatedMs,
      link: linkOf(issue),
    },
    one,
  );
  wrote(comment?.author, place, context);
}
