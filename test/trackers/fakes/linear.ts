import { z } from 'zod';
import { type FakeIssue, fakeIssues, listed } from './fake-issues.ts';
import { type Asked, bodyAs, type FakeServer, fakeServer, type Reply, Violation } from './fake-server.ts';
import type { FakeGithub } from './github.ts';

// The forms are those of Linear's schema (linear/linear, packages/sdk/src/schema.graphql): IssueCreateInput and its `id` of ours,
// IssueUpdateInput, IssueFilter, and of its pages on rate limiting (status 400 with the code RATELIMITED) and on pagination.

const uuid = z.guid();
const Create = z.strictObject({
  id: uuid.optional(),
  teamId: uuid,
  title: z.string().min(1).max(512),
  description: z.string().optional(),
  dueDate: z.iso.date().nullable().optional(),
  stateId: uuid.optional(),
  assigneeId: uuid.nullable().optional(),
});
const Update = z.strictObject({
  title: z.string().min(1).optional(),
  dueDate: z.iso.date().nullable().optional(),
  stateId: uuid.optional(),
  assigneeId: uuid.nullable().optional(),
});
const Question = z.strictObject({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const Listing = z.strictObject({
  key: z.string(),
  since: z.iso.datetime(),
  first: z.number().int().min(1).max(250),
  after: z.string().optional(),
});

const idOf = (number: number, kind = 0): string => `00000000-0000-4000-800${kind}-${String(number).padStart(12, '0')}`;
const team = { id: idOf(1, 1), name: 'Operations', key: 'OPS' };
const states = [
  { id: idOf(1, 2), name: 'Todo', type: 'unstarted', position: 1, means: 'open' },
  { id: idOf(2, 2), name: 'Done', type: 'completed', position: 2, means: 'done' },
  { id: idOf(3, 2), name: 'Canceled', type: 'canceled', position: 3, means: 'dropped' },
] as const;
const users = [{ id: idOf(1, 3), email: 'ann@acme.example', displayName: 'ann' }];

/** A Linear with one team. */
export async function fakeLinear({
  now = Date.now,
  random = Math.random,
}: { now?: () => number; random?: () => number } = {}): Promise<FakeGithub> {
  const [token, project] = ['lin_api_secret', team.key];
  const issues = fakeIssues(now, 1);
  const told = (issue: FakeIssue) => {
    const {
      means: _means,
      position: _position,
      ...state
    } = states.find(({ means }) => means === issue.state) ?? states[0];
    return {
      id: issue.marker ?? idOf(issue.number, 4),
      identifier: `${project}-${issue.number}`,
      url: `https://linear.app/acme/issue/${project}-${issue.number}/x`,
      title: issue.title,
      dueDate: issue.due,
      updatedAt: new Date(issue.updatedMs).toISOString(),
      state,
      assignee: users.find(({ email }) => email === issue.owner) ?? null,
    };
  };
  const lagging = (issue: FakeIssue) => told(listed(issue, now(), random() < server.faults.stale));
  const found = (id: string) => issues.all.find((issue) => told(issue).id === id || told(issue).identifier === id);
  const given = (input: z.infer<typeof Update>): Partial<FakeIssue> => ({
    ...(input.dueDate === undefined ? {} : { due: input.dueDate }),
    ...(input.assigneeId === undefined
      ? {}
      : { owner: users.find(({ id }) => id === input.assigneeId)?.email ?? null }),
    ...(input.stateId === undefined ? {} : { state: states.find(({ id }) => id === input.stateId)?.means ?? 'open' }),
  });
  const failure = (message: string, code: string, status = 200): Reply => ({
    status,
    json: { errors: [{ message, extensions: { code, type: code.toLowerCase(), userError: true } }], data: null },
  });
  const listing = (variables: unknown): object => {
    const { since, first, after = '0' } = Listing.parse(variables);
    // The latest change comes first.
    const all = issues.all
      .filter(({ updatedMs }) => updatedMs >= Date.parse(since))
      .toSorted((a, b) => b.updatedMs - a.updatedMs || b.number - a.number);
    const end = Number(after) + first;
    return {
      issues: {
        nodes: all.slice(Number(after), end).map(lagging),
        pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
      },
    };
  };
  const run = (asked: Asked): Reply => {
    const { query, variables } = bodyAs(Question, asked);
    const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1];
    const data = (json: object): Reply => ({ status: 200, json: { data: json } });
    if (name === 'Viewer') return data({ viewer: { displayName: 'Hindcast' } });
    if (name === 'Team') {
      const nodes = variables['key'] === team.key ? [{ ...team, states: { nodes: states } }] : [];
      return data({ teams: { nodes } });
    }
    if (name === 'User') return data({ users: { nodes: users.filter(({ email }) => email === variables['email']) } });
    if (name === 'Issues') return data(listing(variables));
    const issue = found(String(variables['id']));
    if (name === 'Issue')
      return issue === undefined ? failure('Entity not found: Issue', 'INPUT_ERROR') : data({ issue: told(issue) });
    if (name === 'Create') {
      const read = Create.safeParse(variables['input']);
      if (!read.success) throw new Violation(`issueCreate: ${read.error.message}`);
      const { id = null, title, description = '', ...rest } = read.data;
      if (id !== null && found(id) !== undefined) return failure('Entity already exists', 'INPUT_ERROR');
      const { teamId: _teamId, ...values } = rest;
      return data({
        saved: { success: true, issue: told(issues.add({ title, body: description, marker: id, ...given(values) })) },
      });
    }
    if (name === 'Change' && issue !== undefined) {
      const read = Update.safeParse(variables['input']);
      if (!read.success) throw new Violation(`issueUpdate: ${read.error.message}`);
      const { title } = read.data;
      issues.touch(issue.number, { ...(title === undefined ? {} : { title }), ...given(read.data) });
      return data({ saved: { success: true, issue: told(issue) } });
    }
    throw new Violation(`no such operation: ${query}`);
  };
  const server: FakeServer = await fakeServer({
    answer: (asked) => {
      if (asked.path !== '/graphql' || asked.method !== 'POST') return { status: 404 };
      return asked.headers.authorization === token
        ? run(asked)
        : failure('Authentication required', 'AUTHENTICATION_ERROR', 401);
    },
    random,
    now,
    limited: () => ({
      ...failure('Rate limit exceeded', 'RATELIMITED', 400),
      headers: { 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': String(Date.now() + 30_000) },
    }),
    wrong: (reason) => failure(reason, 'GRAPHQL_VALIDATION_FAILED', 400),
  });
  return { server, issues, token, project };
}
