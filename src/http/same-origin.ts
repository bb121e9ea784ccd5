import type { Context } from 'hono';
import { HindcastError } from '../operations/errors.ts';

/**
 * Refuses a change that a browser sends for another site. Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`);
 * a request with a session cookie and neither is no browser of today, and is refused, too.
 * @throws HindcastError `access.denied`
 */
export function requireSameOrigin(context: Context, origin: string): void {
  const site = context.req.header('sec-fetch-site') || undefined;
  const from = context.req.header('origin') || undefined;
  const own = from === undefined ? site === 'same-origin' : from === origin;
  if (own && (site === undefined || site === 'same-origin')) return;
  throw new HindcastError('access.denied', {
    actor: 'A page of another site',
    permission: 'same origin',
    sentence: `Changes with a session come from ${origin} itself; programs use a token.`,
  });
}
