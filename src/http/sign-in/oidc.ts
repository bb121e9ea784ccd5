import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { signInByIdentity } from '../../operations/sessions/by-identity.ts';
import { keepChallenge, takeChallenge } from '../../operations/sessions/challenge.ts';
import { challengeMinutes } from '../../operations/sessions/lifetimes.ts';
import type { OidcSettings } from '../access-settings.ts';
import { sessionCookie } from '../actor-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { browserOf, cookieOptions, keepSession } from './browser.ts';
import { type Journey, provider } from './provider.ts';
import { takeThen } from './then.ts';

const purpose = 'oidc';
const path = '/sign-in/oidc/callback';

/** Signing in by the identity provider. The state is in a cookie too: only the browser that went comes back with it. */
export function addOidc(app: Hono, around: Surroundings, settings: OidcSettings): void {
  const { database, origin, log } = around;
  const cookie = `${sessionCookie(origin)}-oidc`;
  const { begin, finish } = provider(settings, `${origin}${path}`);
  const unavailable = (error: unknown) => {
    log.error({ err: error }, 'the identity provider failed');
    return new HindcastError('sign-in.unavailable', { what: 'your provider', reason: reasonOf(error) });
  };
  app.get('/sign-in/oidc', async (context) => {
    const { journey, address } = await begin().catch((error: unknown) => {
      throw unavailable(error);
    });
    await keepChallenge(database, { id: journey.state, purpose, value: journey }, around.now());
    setCookie(context, cookie, journey.state, { ...cookieOptions(origin), maxAge: challengeMinutes * 60 });
    return context.redirect(address.href, 303);
  });
  app.get(path, async (context) => {
    const state = context.req.query('state') ?? '';
    const own = getCookie(context, cookie) === state;
    deleteCookie(context, cookie, cookieOptions(origin));
    const browser = browserOf(context, around);
    const taken = own ? await takeChallenge(database, { id: state, purpose }, browser.now) : undefined;
    if (taken === undefined)
      throw new HindcastError('sign-in.refused', {
        reason: 'this sign-in was not begun in this browser, or took too long',
        advice: 'Begin again.',
      });
    const denied = context.req.query('error');
    if (denied !== undefined)
      throw new HindcastError('sign-in.refused', {
        reason: `your provider did not sign you in (${denied.slice(0, 60)})`,
        advice: 'Begin again, or sign in in another way.',
      });
    const back = new URL(`${origin}${path}${new URL(context.req.url).search}`);
    const identity = await finish(taken.value as Journey, back).catch((error: unknown) => {
      throw unavailable(error);
    });
    keepSession(context, origin, await signInByIdentity(database, { identity, domains: settings.domains }, browser));
    return context.redirect(takeThen(context, origin), 303);
  });
}
