import { z } from 'zod';
import { answeredAt, ask, type Question, readAs } from '../ask.ts';
import { TrackerError } from '../tracker-error.ts';
import type { Issue, IssueState, Tracker, TrackerPlace } from '../tracker.ts';
import { documentOf, givenUp, issueOf, JiraIssue, propertyKey } from './issue.ts';

const perPage = 100;
/** How far the clocks of Jira and of this machine may be apart. */
const apartMinutes = 5;
const fields = ['summary', 'status', 'resolution', 'duedate', 'assignee', 'updated'];

function send(place: TrackerPlace, method: Question['method'], path: string, body?: unknown) {
  const { address, user = '', token } = place;
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}` };
  return ask({ method, url: `${address}/rest/api/3${path}`, headers, ...(body === undefined ? {} : { body }) });
}

const Transitions = z.object({
  transitions: z.array(
    z.object({ id: z.string(), to: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }) }),
  ),
});
type Transition = z.infer<typeof Transitions>['transitions'][number];

function wanted(transitions: readonly Transition[], state: IssueState): Transition | undefined {
  const category = ({ to }: Transition) => to.statusCategory.key;
  if (state === 'open')
    return (
      transitions.find((each) => category(each) === 'new') ??
      transitions.find((each) => category(each) === 'indeterminate')
    );
  const final = transitions.filter((each) => category(each) === 'done');
  return final.find(({ to }) => givenUp.test(to.name) === (state === 'dropped')) ?? final[0];
}

/** Moves an issue along its workflow, which says what may follow. */
async function move(place: TrackerPlace, id: string, state: IssueState): Promise<void> {
  const { json } = await send(place, 'GET', `/issue/${id}/transitions`);
  const transition = wanted(readAs(Transitions, json, 'list of transitions').transitions, state);
  if (transition === undefined)
    throw new TrackerError('invalid', `the workflow in Jira has no step from here to a state that is ${state}`);
  await send(place, 'POST', `/issue/${id}/transitions`, { transition: { id: transition.id } });
}

async function read(place: TrackerPlace, id: string): Promise<Issue> {
  const query = new URLSearchParams({ fields: fields.join(','), properties: propertyKey });
  const { json } = await send(place, 'GET', `/issue/${encodeURIComponent(id)}?${query}`);
  return issueOf(readAs(JiraIssue, json, 'issue'), place.address);
}

/** Jira Cloud. */
export const jira: Tracker = {
  kind: 'jira',
  fields: ['title', 'state', 'due', 'owner'],
  pollMs: 60_000,
  // Its search follows what is written at a distance.
  settleMs: 60_000,
  async test(place) {
    const { json } = await send(place, 'GET', `/project/${encodeURIComponent(place.project)}`);
    const project = readAs(z.object({ key: z.string(), name: z.string() }), json, 'project');
    const self = await send(place, 'GET', '/myself');
    const { displayName } = readAs(z.object({ displayName: z.string() }), self.json, 'user');
    return { account: displayName, project: `${project.name} (${project.key})` };
  },
  async create(place, { marker, values: { title, due, owner }, text, link }) {
    const body = {
      fields: {
        project: { key: place.project },
        issuetype: { name: place.issueType ?? 'Task' },
        summary: title,
        description: documentOf({ text, link }),
        ...(due ? { duedate: due } : {}),
        ...(owner ? { assignee: { accountId: owner } } : {}),
      },
      properties: [{ key: propertyKey, value: { id: marker } }],
    };
    const { json } = await send(place, 'POST', '/issue', body);
    const { id } = readAs(z.object({ id: z.string() }), json, 'new issue');
    try {
      return await read(place, id);
    } catch (error) {
      // It is made, whatever happened to the second question; the next list has it.
      throw new TrackerError('unreachable', (error as Error).message, { isUncertain: true, cause: error });
    }
  },
  read,
  async change(place, { id }, { title, state, due, owner }) {
    const set = {
      ...(title === undefined ? {} : { summary: title }),
      ...(due === undefined ? {} : { duedate: due }),
      ...(owner === undefined ? {} : { assignee: owner === null ? null : { accountId: owner } }),
    };
    if (Object.keys(set).length > 0) await send(place, 'PUT', `/issue/${id}`, { fields: set });
    if (state !== undefined) await move(place, id, state);
    return read(place, id);
  },
  async list(place, { sinceMs, cursor, nowMs }) {
    // In minutes before now: a moment would be read in the zone of the account.
    const minutes = Math.max(1, Math.ceil((nowMs - sinceMs) / 60_000) + apartMinutes);
    const body = {
      jql: `project = "${place.project.replaceAll(/["\\]/g, '')}" AND updated >= -${minutes}m ORDER BY updated ASC`,
      fields,
      properties: [propertyKey],
      maxResults: perPage,
      ...(cursor === undefined ? {} : { nextPageToken: cursor }),
    };
    const answer = await send(place, 'POST', '/search/jql', body);
    const listed = z.object({ issues: z.array(JiraIssue), nextPageToken: z.string().nullish() });
    const { issues, nextPageToken: token } = readAs(listed, answer.json, 'list of issues');
    return {
      issues: issues.map((issue) => issueOf(issue, place.address)),
      ...answeredAt(answer),
      ...(token ? { next: { sinceMs, nowMs, cursor: token } } : {}),
    };
  },
  idOf({ project }, reference) {
    const key = /(?:^|\/browse\/)([A-Z][A-Z0-9_]+)-(\d{1,10})(?:[?#].*)?$/i.exec(reference.trim());
    return key?.[1]?.toUpperCase() === project.toUpperCase() ? `${key?.[1]?.toUpperCase()}-${key?.[2]}` : undefined;
  },
};
