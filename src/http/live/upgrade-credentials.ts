import type { IncomingMessage } from 'node:http';
import { parse } from 'hono/utils/cookie';
import { type Credentials, sessionCookie } from '../actor-of.ts';

/**
 * What an upgrade brings along to say who it is: a token in `Authorization`, else the session cookie. Browsers send the cookie for
 * every page and always say which one it is; undefined when that is none of ours.
 */
export function upgradeCredentials({ headers }: IncomingMessage, origin: string): Credentials | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) return { bearer: /^Bearer (\S{10,400})$/.exec(authorization)?.[1] ?? '' };
  const site = headers['sec-fetch-site'];
  if (headers.origin !== origin || (site !== undefined && site !== 'same-origin')) return undefined;
  const name = sessionCookie(origin);
  return { session: parse(headers.cookie ?? '', name)[name] };
}
