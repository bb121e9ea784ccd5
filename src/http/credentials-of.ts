import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { HindcastError } from '../operations/errors.ts';
import { type Credentials, sessionCookie } from './actor-of.ts';

/** What a request brings along: a token in `Authorization`, else the session cookie. @throws HindcastError `access.unknown` for another header */
export function credentialsOf(context: Context, origin: string): Credentials {
  const header = context.req.header('authorization');
  const bearer = header === undefined ? undefined : /^Bearer (\S{10,400})$/.exec(header)?.[1];
  if (header !== undefined && bearer === undefined) throw new HindcastError('access.unknown');
  return { bearer, session: getCookie(context, sessionCookie(origin)) };
}
