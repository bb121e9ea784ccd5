import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { endSession } from '../../operations/sessions/end.ts';
import { sessionCookie } from '../actor-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { dropSession } from './browser.ts';

/** Signing out ends the session here and takes it, and all that the app kept, from the browser; without one it says nothing. */
export function addSignOut(app: Hono, { database, origin, now }: Surroundings): void {
  app.post('/sign-out', async (context) => {
    const secret = getCookie(context, sessionCookie(origin));
    if (secret !== undefined) await endSession(database, secret, { now: now(), salt: randomBytes(16) });
    dropSession(context, origin);
    // What the app kept for times without a network is for nobody else at this browser.
    context.header('Clear-Site-Data', '"cache", "storage"');
    return context.redirect('/sign-in', 303);
  });
}
