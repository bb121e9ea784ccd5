import { z } from 'zod';
import { answeredAt, ask, type Question, readAs } from '../ask.ts';
import { describedIn } from '../marker.ts';
import { nextPage } from '../next-page.ts';
import { TrackerError } from '../tracker-error.ts';
import type { IssueValues, Tracker, TrackerPlace } from '../tracker.ts';
import { bodyOf, GitlabIssue, issueOf } from './issue.ts';

const perPage = 100;

function send({ address, token }: TrackerPlace, method: Question['method'], path: string, body?: unknown) {
  const headers = { 'private-token': token };
  return ask({ method, url: `${address}/api/v4${path}`, headers, ...(body === undefined ? {} : { body }) });
}

const within = ({ project }: TrackerPlace): string => `/projects/${encodeURIComponent(project)}`;

/** GitLab assigns by numbers. @throws TrackerError `invalid` for a name that nobody has */
async function assigned(place: TrackerPlace, owner: IssueValues['owner']): Promise<{ assignee_ids?: number[] }> {
  if (owner === undefined) return {};
  if (owner === null) return { assignee_ids: [] };
  const { json } = await send(place, 'GET', `/users?${new URLSearchParams({ username: owner })}`);
  const [user] = readAs(z.array(z.object({ id: z.number().int() })), json, 'list of users');
  if (user === undefined) throw new TrackerError('invalid', `GitLab knows no user ${owner}`);
  return { assignee_ids: [user.id] };
}

/** GitLab.com, and servers of one's own. */
export const gitlab: Tracker = {
  kind: 'gitlab',
  fields: ['title', 'state', 'due', 'owner'],
  pollMs: 60_000,
  settleMs: 15_000,
  async test(place) {
    const project = readAs(
      z.object({ path_with_namespace: z.string() }),
      (await send(place, 'GET', within(place))).json,
      'project',
    );
    const { json } = await send(place, 'GET', '/user').catch(() => ({ json: {} }));
    const name = (json as { username?: unknown }).username;
    return { account: typeof name === 'string' ? name : '', project: project.path_with_namespace };
  },
  async create(place, { marker, values, text, link }) {
    const { title, due, owner } = values;
    const body = {
      ...bodyOf({ title, ...(due ? { due } : {}) }, 'open'),
      ...(owner ? await assigned(place, owner) : {}),
      description: describedIn(text, link, marker),
    };
    return issueOf(readAs(GitlabIssue, (await send(place, 'POST', `${within(place)}/issues`, body)).json, 'issue'));
  },
  async read(place, id) {
    return issueOf(readAs(GitlabIssue, (await send(place, 'GET', `${within(place)}/issues/${id}`)).json, 'issue'));
  },
  async change(place, { id, values: { state } }, values) {
    const body = {
      ...bodyOf(values, state === 'open' ? 'open' : 'closed'),
      ...(await assigned(place, values.owner)),
    };
    // GitLab refuses a change of nothing, such as giving up what is closed.
    if (Object.keys(body).length === 0) return gitlab.read(place, id);
    const { json } = await send(place, 'PUT', `${within(place)}/issues/${id}`, body);
    return issueOf(readAs(GitlabIssue, json, 'issue'));
  },
  async list(place, page) {
    const query = new URLSearchParams({
      scope: 'all',
      state: 'all',
      order_by: 'updated_at',
      sort: 'asc',
      per_page: String(perPage),
      page: page.cursor ?? '1',
      updated_after: new Date(page.sinceMs).toISOString(),
    });
    const answer = await send(place, 'GET', `${within(place)}/issues?${query}`);
    const issues = readAs(z.array(GitlabIssue), answer.json, 'list of issues').map(issueOf);
    const next = nextPage(page, issues, perPage);
    return { issues, ...(next === undefined ? {} : { next }), ...answeredAt(answer) };
  },
  idOf({ project }, reference) {
    const named = /^#?(\d{1,10})$/.exec(reference.trim());
    if (named !== null) return named[1];
    const address = /^https?:\/\/[^/]+\/(.+?)\/-\/(?:issues|work_items)\/(\d{1,10})(?:[?#].*)?$/.exec(reference.trim());
    const isOurs = /^\d+$/.test(project) || address?.[1]?.toLowerCase() === project.toLowerCase();
    return isOurs ? address?.[2] : undefined;
  },
};
