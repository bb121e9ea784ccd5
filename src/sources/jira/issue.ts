import { after } from '../moment.ts';
import { issueFacts } from './issue-facts.ts';
import { add, addChange, addComment, addCreated, issueName, type Place } from './moments.ts';
import { History, Issue } from './schema.ts';
import { readTime } from './time.ts';

/** Reads an issue as the REST API gives it: its creation, its changes (`expand=changelog`), its comments. */
export function readIssue(value: unknown, at: string, one: Omit<Place, 'issue' | 'at'>): void {
  const issue = Issue.parse(value);
  if (!issue) {
    one.context.ignored.add('an issue', 'it has another shape', at);
    return;
  }
  const place: Place = { ...one, issue, at };
  addCreated(place, undefined, undefined);
  for (const [index, raw] of (issue.changelog?.histories ?? []).entries()) {
    const { id, items, created, author } = History.safeParse(raw).data ?? { items: [] };
    addChange(place, { id, items, time: created, user: author, place: `${at}/changelog/histories/${index}` });
  }
  for (const [index, raw] of (issue.fields?.comment?.comments ?? []).entries()) {
    addComment(place, raw, `${at}/fields/comment/comments/${index}`);
  }
  if (!issue.changelog) addResolved(place);
  issueFacts(issue, at, one.context);
}

/** Without its changes an issue still says when it was resolved. */
function addResolved(place: Place): void {
  const { issue, at } = place;
  const epochMs = readTime(issue?.fields?.resolutiondate);
  if (epochMs === undefined) return;
  const as = issue?.fields?.resolution?.name;
  add(
    {
      key: `jira:issue:${issue?.id ?? issue?.key ?? ''}:resolved:${epochMs}`,
      what: 'the resolution of an issue',
      epochMs,
      place: `${at}/fields/resolutiondate`,
      text: `${issueName(issue)} resolved${as ? ` as ${as}` : ''}${after(issue?.fields?.summary)}`,
    },
    place,
  );
}
