import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionDays } from '../../operations/sessions/lifetimes.ts';
import type { Proven } from '../../operations/sessions/open.ts';
import { sessionCookie } from '../actor-of.ts';
import type { Surroundings } from '../surroundings.ts';

/** What is known of the browser that signs in. */
export const browserOf = (
  context: Context,
  { origin, now }: Surroundings,
): Pick<Proven, 'now' | 'userAgent' | 'former'> => ({
  now: now(),
  userAgent: context.req.header('user-agent') ?? '',
  former: getCookie(context, sessionCookie(origin)),
});

/** Attributes of every cookie of ours: no script reads it, no other site's request but opening a page brings it along. */
export const cookieOptions = (origin: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: origin.startsWith('https:') }) as const;

/** Gives the browser its session. */
export function keepSession(context: Context, origin: string, secret: string): void {
  setCookie(context, sessionCookie(origin), secret, { ...cookieOptions(origin), maxAge: sessionDays * 86_400 });
}

/** Takes the session from the browser. */
export function dropSession(context: Context, origin: string): void {
  deleteCookie(context, sessionCookie(origin), cookieOptions(origin));
}
