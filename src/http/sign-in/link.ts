import type { Hono } from 'hono';
import { HindcastError } from '../../operations/errors.ts';
import { countAttempt, forgetAttempts } from '../../operations/sessions/attempts.ts';
import { useLink } from '../../operations/sessions/use-link.ts';
import { clientAddress } from '../client-address.ts';
import { defaultAccess } from '../access-settings.ts';
import { formOf } from '../form-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { browserOf, keepSession } from './browser.ts';
import { linkPage } from './sign-in-page.ts';
import { takeThen } from './then.ts';

const tokenForm = /^[\w-]{20,100}$/;

/**
 * One-time links: opening one shows a button, pressing it signs in. A right link is never throttled (its secret cannot be
 * guessed, and it may be the break-glass); only wrong ones are.
 */
export function addLinks(app: Hono, around: Surroundings): void {
  const { database, origin, access = defaultAccess } = around;
  app.get('/sign-in/link', (context) => {
    const token = context.req.query('token') ?? '';
    if (!tokenForm.test(token)) throw new HindcastError('sign-in.link');
    return context.html(linkPage(token));
  });
  app.post('/sign-in/link', async (context) => {
    const { token } = await formOf(context);
    const browser = browserOf(context, around);
    const from = [`address:${clientAddress(context, access.trustedProxies)}`];
    try {
      const { secret, email } = await useLink(database, typeof token === 'string' ? token : '', browser);
      await forgetAttempts(database, [...from, `account:${email.toLowerCase()}`]);
      keepSession(context, origin, secret);
      return context.redirect(takeThen(context, origin), 303);
    } catch (error) {
      if (!(error instanceof HindcastError) || error.code !== 'sign-in.link') throw error;
      await countAttempt(database, from, browser.now);
      throw error;
    }
  });
}
