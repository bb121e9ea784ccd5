import { z } from 'zod';
import { type FakeIssue, fakeIssues, listed } from './fake-issues.ts';
import { type Asked, bodyAs, type FakeServer, fakeServer, type Reply, Violation } from './fake-server.ts';
import type { FakeGithub } from './github.ts';

// The forms are those of GitLab's API documentation: doc/api/issues.md (new, edit, single, list project issues), doc/api/users.md,
// doc/api/projects.md, and doc/administration/settings/user_and_ip_rate_limits.md for its limit.

const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);
const Create = z.strictObject({
  title: z.string().min(1).max(255),
  description: z.string().max(1_048_576).optional(),
  due_date: day.optional(),
  assignee_ids: z.array(z.number().int()).optional(),
});
const Edit = z
  .strictObject({
    title: z.string().min(1).max(255).optional(),
    description: z.string().optional(),
    due_date: day.optional(),
    assignee_ids: z.array(z.number().int()).optional(),
    state_event: z.enum(['close', 'reopen']).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'at least one parameter must be provided');
const List = z.strictObject({
  scope: z.literal('all'),
  state: z.enum(['all', 'opened', 'closed']),
  order_by: z.enum(['created_at', 'updated_at']),
  sort: z.enum(['asc', 'desc']),
  updated_after: z.iso.datetime(),
  per_page: z.coerce.number().int().min(1).max(100),
  page: z.coerce.number().int().min(1),
});
const users = [{ id: 11, username: 'ann-gl', name: 'Ann Example' }];

/** A GitLab with one project. */
export async function fakeGitlab({
  now = Date.now,
  random = Math.random,
}: { now?: () => number; random?: () => number } = {}): Promise<FakeGithub> {
  const [token, project] = ['glpat-secret', 'acme/platform/follow-up'];
  const issues = fakeIssues(now, 1);
  const told = (issue: FakeIssue) => ({
    id: 5000 + issue.number,
    iid: issue.number,
    project_id: 4,
    title: issue.title,
    description: issue.body,
    state: issue.state === 'open' ? 'opened' : 'closed',
    due_date: issue.due,
    assignees: users.filter(({ username }) => username === issue.owner),
    labels: [],
    author: { id: 1, username: 'hindcast-bot', name: 'Hindcast' },
    created_at: new Date(issue.createdMs).toISOString(),
    updated_at: new Date(issue.updatedMs).toISOString(),
    closed_at: issue.state === 'open' ? null : new Date(issue.updatedMs).toISOString(),
    web_url: `https://gitlab.example/${project}/-/issues/${issue.number}`,
    confidential: false,
  });
  const lagging = (issue: FakeIssue) => told(listed(issue, now(), random() < server.faults.stale));
  const given = ({
    due_date: due,
    assignee_ids: ids,
  }: {
    due_date?: string | undefined;
    assignee_ids?: number[] | undefined;
  }) => ({
    ...(due === undefined ? {} : { due: due === '' ? null : due }),
    ...(ids === undefined ? {} : { owner: users.find(({ id }) => id === ids[0])?.username ?? null }),
  });
  const answer = (asked: Asked): Reply => {
    const { method, path, query, headers } = asked;
    if (headers['private-token'] !== token) return { status: 401, json: { message: '401 Unauthorized' } };
    if (path === '/api/v4/user') return { status: 200, json: { id: 1, username: 'hindcast-bot', name: 'Hindcast' } };
    if (path === '/api/v4/users')
      return { status: 200, json: users.filter(({ username }) => username === query.get('username')) };
    const root = `/api/v4/projects/${encodeURIComponent(project)}`;
    const inside = path.startsWith(root) ? path.slice(root.length) : undefined;
    const number = /^\/issues\/(\d+)$/.exec(inside ?? '')?.[1];
    const issue = number === undefined ? undefined : issues.find(Number(number));
    if (inside === '') return { status: 200, json: { id: 4, path_with_namespace: project } };
    if (inside === '/issues' && method === 'GET') {
      const read = List.safeParse(Object.fromEntries(query));
      if (!read.success) throw new Violation(`list: ${read.error.message}`);
      const { updated_after: since, per_page: size, page } = read.data;
      const found = issues.all
        .filter(({ updatedMs }) => updatedMs >= Date.parse(since))
        .toSorted((a, b) => a.updatedMs - b.updatedMs || a.number - b.number);
      return { status: 200, json: found.slice((page - 1) * size, page * size).map(lagging) };
    }
    if (inside === '/issues' && method === 'POST') {
      const body = bodyAs(Create, asked);
      const marker = /<!-- hindcast:([\w-]+) -->/.exec(body.description ?? '')?.[1] ?? null;
      return {
        status: 201,
        json: told(issues.add({ title: body.title, body: body.description ?? '', marker, ...given(body) })),
      };
    }
    if (issue !== undefined && method === 'GET') return { status: 200, json: told(issue) };
    if (issue !== undefined && method === 'PUT') {
      const { title, state_event: event, ...rest } = bodyAs(Edit, asked);
      issues.touch(issue.number, {
        ...(title === undefined ? {} : { title }),
        ...(event === undefined ? {} : { state: event === 'close' ? 'done' : 'open' }),
        ...given(rest),
      });
      return { status: 200, json: told(issue) };
    }
    return { status: 404, json: { message: '404 Not found' } };
  };
  const server: FakeServer = await fakeServer({
    answer,
    random,
    now,
    limited: () => ({
      status: 429,
      headers: { 'retry-after': '30', 'ratelimit-remaining': '0' },
      json: { message: 'Retry later' },
    }),
    wrong: (reason) => ({ status: 400, json: { error: reason } }),
  });
  return { server, issues, token, project };
}
