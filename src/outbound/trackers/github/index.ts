import { z } from 'zod';
import { answeredAt, ask, type Question, readAs } from '../ask.ts';
import { describedIn } from '../marker.ts';
import { nextPage } from '../next-page.ts';
import type { Tracker, TrackerPlace } from '../tracker.ts';
import { bodyOf, GithubIssue, issueOf } from './issue.ts';

const perPage = 100;

function request({ address, project, token }: TrackerPlace, method: Question['method'], path: string, body?: unknown) {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  const repository = project.split('/').map(encodeURIComponent).join('/');
  return { method, url: `${address}/repos/${repository}${path}`, headers, ...(body === undefined ? {} : { body }) };
}

/** GitHub, and GitHub Enterprise Server under `https://HOST/api/v3`. */
export const github: Tracker = {
  kind: 'github',
  fields: ['title', 'state', 'owner'],
  pollMs: 60_000,
  settleMs: 15_000,
  async test(place) {
    const repository = readAs(
      z.object({ full_name: z.string(), has_issues: z.boolean().optional() }),
      (await ask(request(place, 'GET', ''))).json,
      'repository',
    );
    const { headers } = request(place, 'GET', '');
    const { json } = await ask({ method: 'GET', url: `${place.address}/user`, headers }).catch(() => ({ json: {} }));
    const login = (json as { login?: unknown }).login;
    return { account: typeof login === 'string' ? login : '', project: repository.full_name };
  },
  async create(place, { marker, values, text, link }) {
    const { title, owner } = values;
    const body = { ...bodyOf({ title, ...(owner ? { owner } : {}) }), body: describedIn(text, link, marker) };
    return issueOf(readAs(GithubIssue, (await ask(request(place, 'POST', '/issues', body))).json, 'issue'));
  },
  async read(place, id) {
    return issueOf(readAs(GithubIssue, (await ask(request(place, 'GET', `/issues/${id}`))).json, 'issue'));
  },
  async change(place, { id }, values) {
    const answer = await ask(request(place, 'PATCH', `/issues/${id}`, bodyOf(values)));
    return issueOf(readAs(GithubIssue, answer.json, 'issue'));
  },
  async list(place, page, etag) {
    const query = new URLSearchParams({
      state: 'all',
      sort: 'updated',
      direction: 'asc',
      per_page: String(perPage),
      page: page.cursor ?? '1',
      since: new Date(page.sinceMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    const question = request(place, 'GET', `/issues?${query}`);
    if (etag !== undefined) Object.assign(question.headers, { 'if-none-match': etag });
    const answer = await ask(question);
    const { status, headers, json } = answer;
    if (status === 304) return { issues: [], isUnchanged: true };
    const all = readAs(z.array(GithubIssue), json, 'list of issues');
    const issues = all.map(issueOf);
    const next = nextPage({ ...page, sinceMs: Math.floor(page.sinceMs / 1000) * 1000 }, issues, perPage);
    const tag = headers.get('etag');
    return {
      issues: issues.filter((_, index) => all[index]?.pull_request === undefined),
      ...(next === undefined ? {} : { next }),
      ...(tag === null ? {} : { etag: tag }),
      ...answeredAt(answer),
    };
  },
  idOf({ project }, reference) {
    const named = /^#?(\d{1,10})$/.exec(reference.trim());
    if (named !== null) return named[1];
    const address = /\/([^/]+\/[^/]+)\/issues\/(\d{1,10})(?:[?#].*)?$/.exec(reference.trim());
    return address?.[1]?.toLowerCase() === project.toLowerCase() ? address?.[2] : undefined;
  },
};
