import { z } from 'zod';
import { TrackerError } from '../tracker-error.ts';
import type { Issue, IssueState, IssueValues, Tracker, TrackerPlace } from '../tracker.ts';
import { askLinear, askLinearAt } from './ask-linear.ts';
import { issueFields, issueOf, LinearIssue, stateOfType } from './issue.ts';

const perPage = 100;

const State = z.object({ id: z.string(), type: z.string(), position: z.number() });
const Teams = z.object({
  teams: z.object({
    nodes: z.array(z.object({ id: z.string(), name: z.string(), states: z.object({ nodes: z.array(State) }) })),
  }),
});

async function teamOf(place: TrackerPlace) {
  const query = `query Team($key: String!) { teams(filter: { key: { eq: $key } }, first: 1) {
    nodes { id name states(first: 50) { nodes { id type position } } } } }`;
  const { teams } = await askLinear(place, query, { key: place.project }, Teams);
  const [team] = teams.nodes;
  if (team === undefined) throw new TrackerError('missing', `Linear has no team ${place.project} for this key`);
  return team;
}

/** The first state of a team's workflow that means this; work that goes on again is to be done next, not in triage. */
function stateIn(states: readonly z.infer<typeof State>[], state: IssueState): string {
  const order = ['unstarted', 'backlog', 'started', 'triage', 'completed', 'canceled', 'duplicate'];
  const [found] = states
    .filter(({ type }) => stateOfType(type) === state)
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.position - b.position);
  if (found === undefined) throw new TrackerError('invalid', `the workflow in Linear has no state that is ${state}`);
  return found.id;
}

async function userId(place: TrackerPlace, email: string): Promise<string> {
  const query = 'query User($email: String!) { users(filter: { email: { eq: $email } }, first: 1) { nodes { id } } }';
  const answer = z.object({ users: z.object({ nodes: z.array(z.object({ id: z.string() })) }) });
  const [user] = (await askLinear(place, query, { email }, answer)).users.nodes;
  if (user === undefined) throw new TrackerError('invalid', `Linear knows nobody with the address ${email}`);
  return user.id;
}

async function inputOf(place: TrackerPlace, { title, state, due, owner }: Partial<IssueValues>) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(due === undefined ? {} : { dueDate: due }),
    ...(state === undefined ? {} : { stateId: stateIn((await teamOf(place)).states.nodes, state) }),
    ...(owner === undefined ? {} : { assigneeId: owner === null ? null : await userId(place, owner) }),
  };
}

async function read(place: TrackerPlace, id: string): Promise<Issue> {
  const query = `query Issue($id: String!) { issue(id: $id) { ${issueFields} } }`;
  return issueOf((await askLinear(place, query, { id }, z.object({ issue: LinearIssue }))).issue);
}

const Saved = z.object({ saved: z.object({ success: z.boolean(), issue: LinearIssue }) });

/** Linear. New issues get an id of ours, so that none is made twice. */
export const linear: Tracker = {
  kind: 'linear',
  fields: ['title', 'state', 'due', 'owner'],
  // Linear asks not to be polled; webhooks bring changes sooner.
  pollMs: 300_000,
  settleMs: 15_000,
  async test(place) {
    const { name } = await teamOf(place);
    const answer = z.object({ viewer: z.object({ displayName: z.string() }) });
    const { viewer } = await askLinear(place, 'query Viewer { viewer { displayName } }', {}, answer);
    return { account: viewer.displayName, project: `${name} (${place.project})` };
  },
  async create(place, { marker, values: { title, due, owner }, text, link }) {
    const team = await teamOf(place);
    const input = {
      id: marker,
      teamId: team.id,
      description: [...text, `[${link.text}](${link.url})`].join('\n\n'),
      ...(await inputOf(place, { title, ...(due ? { due } : {}), ...(owner ? { owner } : {}) })),
    };
    const query = `mutation Create($input: IssueCreateInput!) { saved: issueCreate(input: $input) { success issue { ${issueFields} } } }`;
    return issueOf((await askLinear(place, query, { input }, Saved)).saved.issue);
  },
  read,
  async change(place, { id }, values) {
    const query = `mutation Change($id: String!, $input: IssueUpdateInput!) { saved: issueUpdate(id: $id, input: $input) { success issue { ${issueFields} } } }`;
    return issueOf((await askLinear(place, query, { id, input: await inputOf(place, values) }, Saved)).saved.issue);
  },
  async list(place, { sinceMs, cursor, nowMs }) {
    const query = `query Issues($key: String!, $since: DateTimeOrDuration!, $first: Int!, $after: String) {
      issues(filter: { team: { key: { eq: $key } }, updatedAt: { gte: $since } }, orderBy: updatedAt, first: $first, after: $after) {
        nodes { ${issueFields} } pageInfo { hasNextPage endCursor } } }`;
    const answer = z.object({
      issues: z.object({
        nodes: z.array(LinearIssue),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      }),
    });
    const since = new Date(sinceMs).toISOString();
    const variables = { key: place.project, since, first: perPage, ...(cursor === undefined ? {} : { after: cursor }) };
    const { value, atMs } = await askLinearAt(place, query, variables, answer);
    const { nodes, pageInfo } = value.issues;
    return {
      issues: nodes.map(issueOf),
      ...(atMs === undefined ? {} : { atMs }),
      ...(pageInfo.hasNextPage && pageInfo.endCursor ? { next: { sinceMs, nowMs, cursor: pageInfo.endCursor } } : {}),
    };
  },
  idOf({ project }, reference) {
    const key = /(?:^|\/issue\/)([A-Z][A-Z0-9]*)-(\d{1,10})(?:[/?#].*)?$/i.exec(reference.trim());
    return key?.[1]?.toUpperCase() === project.toUpperCase() ? `${key?.[1]?.toUpperCase()}-${key?.[2]}` : undefined;
  },
};
