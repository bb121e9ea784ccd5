import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HindcastError } from '../../operations/errors.ts';
import { defaultAccess } from '../access-settings.ts';
import { problemResponse } from '../problem.ts';
import { requireSameOrigin } from '../same-origin.ts';
import type { Surroundings } from '../surroundings.ts';
import { addAccount } from '../account/index.ts';
import { addEmailLinks } from './email.ts';
import { addScript } from './script.ts';
import { addLinks } from './link.ts';
import { addOidc } from './oidc.ts';
import { addPasskeySignIn } from './passkey.ts';
import { signInPage } from './sign-in-page.ts';
import { addSignOut } from './sign-out.ts';
import { rememberThen } from './then.ts';

/** The longest answer of a passkey is below this. */
const mostBytes = 100_000;

/** The ways in and out, as small pages that work without a script, but for passkeys. */
export function addSignIn(app: Hono, around: Surroundings): void {
  const { origin, log, access = defaultAccess } = around;
  const pages = new Hono();
  pages.onError((error, context) => {
    if (!(error instanceof HindcastError)) log.error({ err: error }, 'signing in failed');
    return problemResponse(context, error);
  });
  const tooLarge = () => {
    throw new HindcastError('body.too-large', { limit: String(mostBytes / 1e6) });
  };
  for (const path of ['/sign-in', '/sign-in/*', '/sign-out', '/account', '/account/*']) {
    pages.use(path, bodyLimit({ maxSize: mostBytes, onError: tooLarge }), async (context, next) => {
      context.header('Cache-Control', 'no-store');
      // Signing somebody in to another's session from a page elsewhere is refused like any other change.
      if (context.req.method !== 'GET') requireSameOrigin(context, origin);
      await next();
    });
  }
  pages.get('/sign-in', (context) => {
    rememberThen(context, origin);
    return context.html(signInPage(access));
  });
  addScript(pages);
  addLinks(pages, around);
  addEmailLinks(pages, around);
  addPasskeySignIn(pages, around);
  if (access.oidc !== undefined) addOidc(pages, around, access.oidc);
  addAccount(pages, around);
  addSignOut(pages, around);
  app.route('/', pages);
}
