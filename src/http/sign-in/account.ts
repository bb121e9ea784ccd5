import type { Hono } from 'hono';
import { HindcastError } from '../../operations/errors.ts';
import { loadPasskeys } from '../../operations/passkeys/load.ts';
import type { Actor } from '../../operations/access/actor.ts';
import { actorOf } from '../actor-of.ts';
import { credentialsOf } from '../credentials-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { accountPage } from './account-page.ts';

/** The page of whoever is signed in; others are sent to sign in. */
export function addAccount(app: Hono, { database, origin, now }: Surroundings): void {
  app.get('/account', async (context) => {
    let actor: Actor;
    try {
      actor = await actorOf(database, credentialsOf(context, origin), now());
    } catch (error) {
      if (error instanceof HindcastError && error.code === 'access.unknown') return context.redirect('/sign-in', 303);
      throw error;
    }
    return context.html(accountPage(actor, await loadPasskeys(database, actor.id)));
  });
}
