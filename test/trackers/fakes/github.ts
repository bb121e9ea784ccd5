import { z } from 'zod';
import { type FakeIssue, fakeIssues, type FakeIssues, listed } from './fake-issues.ts';
import { type Asked, bodyAs, type FakeServer, fakeServer, type Reply, Violation } from './fake-server.ts';

// The forms are those of GitHub's OpenAPI description (github/rest-api-description, version 2022-11-28): `issues/create`,
// `issues/update`, `issues/get`, `issues/list-for-repo`, `repos/get`, `users/get-authenticated`.

const Create = z.strictObject({
  title: z.string().min(1).max(256),
  body: z.string().max(65_536).optional(),
  assignees: z.array(z.string()).max(10).optional(),
  labels: z.array(z.string()).optional(),
});
const Update = z.strictObject({
  title: z.string().min(1).max(256).optional(),
  body: z.string().max(65_536).nullable().optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullable().optional(),
  assignees: z.array(z.string()).max(10).optional(),
});
const List = z.strictObject({
  state: z.enum(['open', 'closed', 'all']),
  sort: z.enum(['created', 'updated', 'comments']),
  direction: z.enum(['asc', 'desc']),
  since: z.iso.datetime(),
  per_page: z.coerce.number().int().min(1).max(100),
  page: z.coerce.number().int().min(1),
});

export type FakeGithub = { server: FakeServer; issues: FakeIssues; token: string; project: string };

/** A GitHub with one repository, and people who may be assigned. */
export async function fakeGithub({
  now = Date.now,
  random = Math.random,
  people = ['ann-gh'],
}: { now?: () => number; random?: () => number; people?: string[] } = {}): Promise<FakeGithub> {
  const [token, project] = ['ghp_secret', 'acme/follow-up'];
  const issues = fakeIssues(now, 1000);
  const at = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
  let url = '';
  const told = (issue: FakeIssue) => ({
    id: 1_000_000 + issue.number,
    node_id: `I_${issue.number}`,
    number: issue.number,
    url: `${url}/repos/${project}/issues/${issue.number}`,
    html_url: `https://github.com/${project}/issues/${issue.number}`,
    title: issue.title,
    body: issue.body,
    state: issue.state === 'open' ? 'open' : 'closed',
    state_reason: issue.state === 'open' ? null : issue.state === 'done' ? 'completed' : 'not_planned',
    assignees: issue.owner === null ? [] : [{ login: issue.owner, id: 7, type: 'User' }],
    labels: [],
    user: { login: 'hindcast-bot', id: 1, type: 'User' },
    created_at: at(issue.createdMs),
    updated_at: at(issue.updatedMs),
    closed_at: issue.state === 'open' ? null : at(issue.updatedMs),
  });
  const lagging = (issue: FakeIssue) => told(listed(issue, now(), random() < server.faults.stale));
  // Who may not be assigned is left out without a word.
  const ownerOf = (given: string[] | undefined) =>
    given === undefined ? {} : { owner: given.find((each) => people.includes(each)) ?? null };
  const list = (query: URLSearchParams): Reply => {
    const read = List.safeParse(Object.fromEntries(query));
    if (!read.success) throw new Violation(`list: ${read.error.message}`);
    const { since, per_page: size, page, direction } = read.data;
    const found = issues.all
      .filter(({ updatedMs }) => updatedMs >= Date.parse(since))
      .toSorted((a, b) => (direction === 'asc' ? 1 : -1) * (a.updatedMs - b.updatedMs || a.number - b.number));
    const json = found.slice((page - 1) * size, page * size).map(lagging);
    return {
      status: 200,
      json,
      headers: { etag: `W/"${JSON.stringify(json).length}-${json.at(-1)?.updated_at}-${json.length}"` },
    };
  };
  const answer = (asked: Asked): Reply => {
    const { method, path, query, headers } = asked;
    if (headers['user-agent'] === undefined)
      return { status: 403, json: { message: 'Request forbidden by administrative rules.' } };
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, json: { message: 'Bad credentials' } };
    if (headers['x-github-api-version'] !== '2022-11-28') throw new Violation('no version is named');
    if (path === '/user') return { status: 200, json: { login: 'hindcast-bot', id: 1, type: 'User' } };
    const inside = path.startsWith(`/repos/${project}`) ? path.slice(`/repos/${project}`.length) : undefined;
    const number = /^\/issues\/(\d+)$/.exec(inside ?? '')?.[1];
    const issue = number === undefined ? undefined : issues.find(Number(number));
    if (inside === '' && method === 'GET')
      return { status: 200, json: { id: 1, full_name: project, has_issues: true } };
    if (inside === '/issues' && method === 'GET') {
      const reply = list(query);
      return headers['if-none-match'] === reply.headers?.['etag'] ? { status: 304 } : reply;
    }
    if (inside === '/issues' && method === 'POST') {
      const { title, body = '', assignees } = bodyAs(Create, asked);
      const marker = /<!-- hindcast:([\w-]+) -->/.exec(body)?.[1] ?? null;
      return { status: 201, json: told(issues.add({ title, body, marker, ...ownerOf(assignees) })) };
    }
    if (issue !== undefined && method === 'GET') return { status: 200, json: told(issue) };
    if (issue !== undefined && method === 'PATCH') {
      const { title, state, state_reason: reason, assignees } = bodyAs(Update, asked);
      const closed = reason === 'not_planned' || reason === 'duplicate' ? ('dropped' as const) : ('done' as const);
      issues.touch(issue.number, {
        ...(title === undefined ? {} : { title }),
        ...(state === undefined ? {} : { state: state === 'open' ? 'open' : closed }),
        ...ownerOf(assignees),
      });
      return { status: 200, json: told(issue) };
    }
    return { status: 404, json: { message: 'Not Found' } };
  };
  const server: FakeServer = await fakeServer({
    answer,
    random,
    now,
    // The secondary limit: 403 with Retry-After.
    limited: () => ({
      status: 403,
      headers: { 'retry-after': '60' },
      json: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    }),
    wrong: (reason) => ({ status: 422, json: { message: 'Validation Failed', errors: [{ message: reason }] } }),
  });
  url = server.url;
  return { server, issues, token, project };
}
