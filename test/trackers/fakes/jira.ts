import { z } from 'zod';
import { type FakeIssue, fakeIssues, listed } from './fake-issues.ts';
import { type Asked, bodyAs, type FakeServer, fakeServer, type Reply, Violation } from './fake-server.ts';
import type { FakeGithub } from './github.ts';

// The forms are those of the Jira Cloud platform's REST API v3 (its OpenAPI document): IssueUpdateDetails, IssueBean, Transitions,
// SearchAndReconcileRequestBean of POST /search/jql (no total, `nextPageToken`), and the Atlassian Document Format.

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.url() }) })).optional(),
});
const Document = z.strictObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.strictObject({ type: z.literal('paragraph'), content: z.array(Text) })),
});
const account = z.strictObject({ accountId: z.string() });
const Create = z.strictObject({
  fields: z.strictObject({
    project: z.strictObject({ key: z.string() }),
    issuetype: z.strictObject({ name: z.enum(['Task', 'Bug']) }),
    summary: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^\n]*$/),
    description: Document.optional(),
    duedate: z.iso.date().optional(),
    assignee: account.optional(),
  }),
  properties: z.array(z.strictObject({ key: z.string().max(255), value: z.unknown() })).optional(),
});
const Edit = z.strictObject({
  fields: z.strictObject({
    summary: z.string().min(1).max(255).optional(),
    duedate: z.iso.date().nullable().optional(),
    assignee: account.nullable().optional(),
  }),
});
const Move = z.strictObject({ transition: z.strictObject({ id: z.string() }) });
const Search = z.strictObject({
  jql: z.string(),
  fields: z.array(z.string()).min(1),
  properties: z.array(z.string()).max(5).optional(),
  maxResults: z.number().int().min(1).max(5000),
  nextPageToken: z.string().optional(),
});

const statuses = {
  open: { name: 'To Do', statusCategory: { key: 'new' } },
  done: { name: 'Done', statusCategory: { key: 'done' } },
  dropped: { name: "Won't do", statusCategory: { key: 'done' } },
} as const;
const stepTo = { open: '11', done: '31', dropped: '41' } as const;

/** A Jira with one project; its search follows `lagMs` behind, as that of the real one may. */
export async function fakeJira({
  now = Date.now,
  random = Math.random,
  lagMs = 0,
}: { now?: () => number; random?: () => number; lagMs?: number } = {}): Promise<FakeGithub> {
  const [token, project] = ['atlassian-secret', 'OPS'];
  const issues = fakeIssues(now, 1);
  const told = (issue: FakeIssue) => ({
    id: String(10_000 + issue.number),
    key: `${project}-${issue.number}`,
    self: `https://acme.atlassian.net/rest/api/3/issue/${10_000 + issue.number}`,
    fields: {
      summary: issue.title,
      status: { id: '1', ...statuses[issue.state] },
      resolution: issue.state === 'open' ? null : { name: statuses[issue.state].name },
      duedate: issue.due,
      assignee: issue.owner === null ? null : { accountId: issue.owner, displayName: 'Ann Example', active: true },
      updated: new Date(issue.updatedMs).toISOString().replace('Z', '+0000'),
    },
    properties: issue.marker === null ? {} : { 'hindcast.link': { id: issue.marker } },
  });
  const lagging = (issue: FakeIssue) => told(listed(issue, now(), random() < server.faults.stale));
  const found = (reference: string): FakeIssue | undefined => {
    const key = new RegExp(`^${project}-(\\d+)$`).exec(reference)?.[1];
    return issues.find(key === undefined ? Number(reference) - 10_000 : Number(key));
  };
  const search = (asked: Asked): Reply => {
    const { jql, maxResults, nextPageToken = '0' } = bodyAs(Search, asked);
    const read = /^project = "(\w+)" AND updated >= -(\d+)m ORDER BY updated ASC$/.exec(jql);
    if (read === null) throw new Violation(`jql: ${jql}`);
    const sinceMs = now() - Number(read[2]) * 60_000;
    const all = issues.all
      .filter(({ updatedMs }) => updatedMs >= sinceMs && updatedMs <= now() - lagMs)
      .toSorted((a, b) => a.updatedMs - b.updatedMs || a.number - b.number);
    const from = Number(nextPageToken);
    const isLast = from + maxResults >= all.length;
    const page = all.slice(from, from + maxResults).map(lagging);
    return {
      status: 200,
      json: { issues: page, isLast, ...(isLast ? {} : { nextPageToken: String(from + maxResults) }) },
    };
  };
  const change = (asked: Asked, issue: FakeIssue): Reply => {
    const { summary, duedate, assignee } = bodyAs(Edit, asked).fields;
    issues.touch(issue.number, {
      ...(summary === undefined ? {} : { title: summary }),
      ...(duedate === undefined ? {} : { due: duedate }),
      ...(assignee === undefined ? {} : { owner: assignee?.accountId ?? null }),
    });
    return { status: 204 };
  };
  const answer = (asked: Asked): Reply => {
    const { method, path, headers } = asked;
    const basic = `Basic ${Buffer.from(`bot@acme.example:${token}`).toString('base64')}`;
    if (headers.authorization !== basic)
      return { status: 401, json: { errorMessages: ['You do not have the permission'], errors: {} } };
    const inside = path.replace(/^\/rest\/api\/3/, '');
    if (inside === '/myself') return { status: 200, json: { accountId: 'bot', displayName: 'Hindcast' } };
    if (inside === `/project/${project}`) return { status: 200, json: { id: '1', key: project, name: 'Operations' } };
    if (inside === '/search/jql' && method === 'POST') return search(asked);
    if (inside === '/issue' && method === 'POST') {
      const { fields, properties = [] } = bodyAs(Create, asked);
      const marker =
        (properties.find(({ key }) => key === 'hindcast.link')?.value as { id?: string } | undefined)?.id ?? null;
      const issue = issues.add({
        title: fields.summary,
        due: fields.duedate ?? null,
        owner: fields.assignee?.accountId ?? null,
        marker,
      });
      const { id, key, self } = told(issue);
      return { status: 201, json: { id, key, self } };
    }
    const [, reference = '', rest = ''] = /^\/issue\/([^/]+)(\/transitions)?$/.exec(inside) ?? [];
    const issue = found(reference);
    if (issue === undefined)
      return {
        status: 404,
        json: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      };
    if (rest === '/transitions' && method === 'GET') {
      const ways = (['open', 'done', 'dropped'] as const).filter((state) => state !== issue.state);
      return {
        status: 200,
        json: { transitions: ways.map((state) => ({ id: stepTo[state], name: state, to: statuses[state] })) },
      };
    }
    if (rest === '/transitions' && method === 'POST') {
      const { id } = bodyAs(Move, asked).transition;
      const to = (['open', 'done', 'dropped'] as const).find((state) => stepTo[state] === id && state !== issue.state);
      if (to === undefined)
        return { status: 400, json: { errorMessages: ['It is not on this workflow.'], errors: {} } };
      issues.touch(issue.number, { state: to });
      return { status: 204 };
    }
    if (method === 'GET') return { status: 200, json: told(issue) };
    return method === 'PUT' ? change(asked, issue) : { status: 405 };
  };
  const server: FakeServer = await fakeServer({
    answer,
    random,
    now,
    limited: () => ({
      status: 429,
      headers: { 'retry-after': '20', 'x-ratelimit-limit': '350' },
      json: { errorMessages: ['Rate limit exceeded.'] },
    }),
    wrong: (reason) => ({ status: 400, json: { errorMessages: [reason], errors: {} } }),
  });
  return { server, issues, token, project };
}
