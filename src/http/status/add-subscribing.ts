import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { Email } from '../../operations/people/load.ts';
import { countAttempt } from '../../operations/sessions/attempts.ts';
import { statusPage } from '../../operations/status/load.ts';
import { confirmSubscription, endSubscription, subscribe } from '../../operations/status/subscribe.ts';
import { defaultAccess } from '../access-settings.ts';
import { clientAddress } from '../client-address.ts';
import { formOf } from '../form-of.ts';
import { problemResponse } from '../problem.ts';
import type { Surroundings } from '../surroundings.ts';
import { statusHeaders } from './frame.ts';
import { noteMarkup } from './page-markup.ts';

const headers = { ...statusHeaders, 'Cache-Control': 'no-store' };

/** A button that does what a link in a letter only asks for: programs that look at letters follow links, and press nothing. */
const button = (action: string, label: string) =>
  html`<form method="post" action="${action}"><button>${label}</button></form>`;

/** Adds the ways in and out of the updates by e-mail: asked for here, confirmed in the letter, ended by one click. */
export function addSubscribing(app: Hono, around: Surroundings, gone: (context: Context) => Response): void {
  const { database, access = defaultAccess, log } = around;
  const note = (context: Context, ...said: Parameters<typeof noteMarkup>) =>
    context.body(`${noteMarkup(...said)}`, 200, headers);
  const isOff = async () => (await statusPage.of(database)) === undefined;
  app.use('/status/*', bodyLimit({ maxSize: 10_000 }));
  app.post('/status/subscribe', async (context) => {
    if (await isOff()) return gone(context);
    const parsed = Email.safeParse((await formOf(context))['email']);
    if (!parsed.success)
      return context.body(`${noteMarkup('That is no e-mail address', 'Go back and type it again.')}`, 400, headers);
    const now = around.now();
    try {
      await countAttempt(database, [`subscribe:${clientAddress(context, access.trustedProxies)}`], now);
    } catch (error) {
      return problemResponse(context, error);
    }
    // Behind the answer: neither its words nor its time say whether the address is known here.
    subscribe(database, parsed.data, { now, newId: randomUUID }).catch((error: unknown) =>
      log.error({ err: error }, 'a subscription could not be kept'),
    );
    return note(context, 'Look into your mail', 'Confirm it by the link in the letter; nothing is sent before.');
  });
  app.get('/status/confirm/:id', async (context) => {
    if (await isOff()) return gone(context);
    const action = `/status/confirm/${encodeURIComponent(context.req.param('id'))}`;
    return note(context, 'Updates by e-mail', 'Do you want them?', button(action, 'Yes, send me the updates'));
  });
  app.post('/status/confirm/:id', async (context) => {
    if (await isOff()) return gone(context);
    if (!(await confirmSubscription(database, context.req.param('id'), around.now())))
      return note(context, 'Too late', 'This link is no longer good. Subscribe again on the status page.');
    return note(context, 'You are subscribed', 'Each letter has a link that ends it.');
  });
  app.get('/status/unsubscribe/:id', (context) => {
    const action = `/status/unsubscribe/${encodeURIComponent(context.req.param('id'))}`;
    return note(context, 'Updates by e-mail', 'Do you want no more of them?', button(action, 'End them'));
  });
  // RFC 8058: a mail program posts here by itself. It works while the page is off, too.
  app.post('/status/unsubscribe/:id', async (context) => {
    await endSubscription(database, context.req.param('id'));
    return note(context, 'You are not subscribed', 'Nothing more comes, and your address is forgotten.');
  });
}
