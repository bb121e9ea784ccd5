import type { Hono } from 'hono';
import { HindcastError } from '../../operations/errors.ts';
import { Email } from '../../operations/people/load.ts';
import { countAttempt } from '../../operations/sessions/attempts.ts';
import { makeEmailLink } from '../../operations/sessions/email-link.ts';
import { defaultAccess } from '../access-settings.ts';
import { clientAddress } from '../client-address.ts';
import { formOf } from '../form-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { linkMessage, mailer } from './mail.ts';
import { mailSentPage } from './sign-in-page.ts';

/**
 * Links by e-mail. Looking the address up, making the link and sending it happen after the answer, so neither its words nor
 * its time say who is known here. Asking counts as an attempt until a link is used: nobody's mailbox is filled from here.
 */
export function addEmailLinks(app: Hono, around: Surroundings): void {
  const { database, origin, log, access = defaultAccess } = around;
  const send = access.mail && mailer(access.mail);
  app.post('/sign-in/email', async (context) => {
    if (send === undefined)
      throw new HindcastError('sign-in.unavailable', { what: 'mail', reason: 'HINDCAST_SMTP is not set' });
    const parsed = Email.safeParse((await formOf(context))['email']);
    if (!parsed.success)
      throw new HindcastError('sign-in.refused', { reason: 'that is no e-mail address', advice: 'Type it again.' });
    const email = parsed.data;
    const now = around.now();
    const from = `address:${clientAddress(context, access.trustedProxies)}`;
    const tried = [from, `account:${email.toLowerCase()}`];
    await countAttempt(database, tried, now);
    const deliver = async () => {
      const link = await makeEmailLink(database, email, { origin, now });
      if (link !== undefined) await send(linkMessage(email, link, origin));
    };
    deliver().catch((error: unknown) => log.error({ err: error }, 'a sign-in link could not be sent'));
    return context.html(mailSentPage(email));
  });
}
