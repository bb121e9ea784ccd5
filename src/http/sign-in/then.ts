import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { challengeMinutes } from '../../operations/sessions/lifetimes.ts';
import { sessionCookie } from '../actor-of.ts';
import { cookieOptions } from './browser.ts';

const longest = 500;
const cookie = (origin: string): string => `${sessionCookie(origin)}-then`;

/** A path of this server that a person may be sent to: no other host, whatever a browser makes of slashes; else undefined. */
export function ownPath(wanted: string | undefined, origin: string): string | undefined {
  if (wanted === undefined || wanted.length > longest || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return undefined;
  const url = URL.parse(wanted, origin);
  if (url === null || url.origin !== new URL(origin).origin || url.pathname.startsWith('//')) return undefined;
  return /^\/(?:sign-in|sign-out)\b/.test(url.pathname) ? undefined : url.pathname + url.search;
}

/** Remembers what somebody wanted to see when they were asked to sign in; every way in comes back to this browser. */
export function rememberThen(context: Context, origin: string): void {
  const path = ownPath(context.req.query('then'), origin);
  if (path !== undefined)
    setCookie(context, cookie(origin), path, { ...cookieOptions(origin), maxAge: challengeMinutes * 60 });
}

/** Where to go after signing in; remembered once. The browser may have changed what it keeps, so it is looked at again. */
export function takeThen(context: Context, origin: string): string {
  const path = ownPath(getCookie(context, cookie(origin)), origin);
  deleteCookie(context, cookie(origin), cookieOptions(origin));
  return path ?? '/';
}
