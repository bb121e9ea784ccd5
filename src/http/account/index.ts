import type { Hono } from 'hono';
import type { Actor } from '../../operations/access/actor.ts';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { loadPasskeys } from '../../operations/passkeys/load.ts';
import { endOtherSessions } from '../../operations/sessions/end-others.ts';
import { listSessions } from '../../operations/sessions/list.ts';
import { createToken } from '../../operations/tokens/create.ts';
import { listTokens } from '../../operations/tokens/list.ts';
import type { Token } from '../../operations/tokens/load.ts';
import { revokeToken } from '../../operations/tokens/revoke.ts';
import { scopesOf } from '../../operations/tokens/scopes.ts';
import type { PersonRole } from '../../store/tables.ts';
import { formOf } from '../form-of.ts';
import { signedIn } from '../signed-in.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';
import { accountPage } from './account-page.ts';
import type { OwnSession } from './sessions.ts';
import { tokenMadePage } from './tokens.ts';

/** The page of whoever is signed in, with what is theirs; others are sent to sign in. */
export function addAccount(app: Hono, around: Surroundings): void {
  const storedFor = (actor: Actor) => storedContext(around, actor, around.now());
  app.get('/account', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) return context.redirect('/sign-in', 303);
    const stored = await storedFor(actor);
    const { items } = (await callStored(listTokens, {}, stored)) as { items: Token[] };
    const working = items.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > stored.now);
    const { items: sessions } = (await callStored(listSessions, {}, stored)) as { items: OwnSession[] };
    const passkeys = await loadPasskeys(around.database, actor.id);
    return context.html(accountPage(actor, { sessions, passkeys, tokens: working }));
  });
  app.post('/account/sessions/end-others', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) throw new HindcastError('access.unknown');
    await callStored(endOtherSessions, {}, await storedFor(actor));
    return context.redirect('/account', 303);
  });
  app.post('/account/tokens', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) throw new HindcastError('access.unknown');
    const { name, role, days } = await formOf(context);
    // A role of another name is refused by the operation, which knows them.
    const scopes = scopesOf(role as PersonRole);
    const made = await callStored(createToken, { name, role, days: Number(days), scopes }, await storedFor(actor));
    return context.html(tokenMadePage((made as { secret: string }).secret, around.origin));
  });
  app.post('/account/tokens/revoke', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) throw new HindcastError('access.unknown');
    const { token } = await formOf(context);
    await callStored(revokeToken, { token }, await storedFor(actor));
    return context.redirect('/account', 303);
  });
}
