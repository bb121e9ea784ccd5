import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { endSession } from '../../operations/sessions/end.ts';
import { sessionCookie } from '../actor-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { dropSession } from './browser.ts';

/** Signing out ends the session here and takes it from the browser; without one it does nothing, and says nothing. */
export function addSignOut(app: Hono, { database, origin, now }: Surroundings): void {
  app.post('/sign-out', async (context) => {
    const secret = getCookie(context, sessionCookie(origin));
    if (secret !== undefined) await endSession(database, secret, { now: now(), salt: randomBytes(16) });
    dropSession(context, origin);
    return context.redirect('/sign-in', 303);
  });
}
