import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { passableFolder, startServer } from '../server/start-server.ts';

/** What the API answered. */
type Answer = { status: number; text: string; json: Record<string, never> };

/** A Hindcast as a team runs it, with its first owner signed in. */
export type Hindcast = {
  url: string;
  call: (method: string, path: string, body?: object) => Promise<Answer>;
};

/** Starts Hindcast as a process of its own, and signs its owner in by the link of the first start. */
export async function startHindcast(context: TestContext): Promise<Hindcast> {
  const { url, ownerLink = '' } = await startServer(context, `${passableFolder(context)}/data`);
  const link = new URL(ownerLink);
  const signedIn = await fetch(url + link.pathname, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: link.searchParams,
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  assert.notEqual(cookie, '', `${signedIn.status} ${await signedIn.text()}`);
  const headers = { cookie, origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  return {
    url,
    call: async (method, path, body) => {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
      return { status: answer.status, text, json: (isJson ? JSON.parse(text) : {}) as Answer['json'] };
    },
  };
}
