import type { Hono } from 'hono';
import { html } from 'hono/html';
import { systemActor } from '../../operations/access/actor.ts';
import { letterOf, unsubscribe } from '../../operations/preference/unsubscribe.ts';
import { card } from '../page/card.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';

const gone = card(
  'Nothing to end here',
  html`<p>This e-mail is not known here any more.</p>
    <p>What you are told, and how, is chosen in <a href="/settings/notifications">your settings</a>.</p>`,
);

/**
 * Adds `/unsubscribe/ID` of an e-mail: a page with a button, and what programs for mail send by themselves (RFC 8058). The id is random
 * and stands in the e-mail only; all it can do is to end e-mails of that kind.
 */
export function addUnsubscribe(app: Hono, around: Surroundings): void {
  const contextNow = () => storedContext(around, systemActor, around.now());
  app.get('/unsubscribe/:id', async (context) => {
    const letter = await letterOf(await contextNow(), context.req.param('id'));
    if (letter === undefined) return context.html(gone, 404);
    return context.html(
      card(
        'No more of these e-mails?',
        html`<p>They come when: ${letter.sentence}</p>
          <form method="post"><button>Send me no more of them</button></form>
          <p>What you are told, and how, is chosen in <a href="/settings/notifications">your settings</a>.</p>`,
      ),
    );
  });
  app.post('/unsubscribe/:id', async (context) => {
    const here = await contextNow();
    const letter = await letterOf(here, context.req.param('id'));
    if (letter === undefined) return context.html(gone, 404);
    await unsubscribe(here, letter);
    return context.html(
      card(
        'You get no more of these',
        html`<p>It was: ${letter.sentence}</p>
          <p>What you are told, and how, is chosen in <a href="/settings/notifications">your settings</a>.</p>`,
      ),
    );
  });
}
