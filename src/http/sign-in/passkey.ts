import type { Hono } from 'hono';
import { HindcastError } from '../../operations/errors.ts';
import { Assertion } from '../../operations/passkeys/answers.ts';
import { passkeyOptions, signInByPasskey } from '../../operations/passkeys/sign-in.ts';
import { countAttempt, forgetAttempts } from '../../operations/sessions/attempts.ts';
import { defaultAccess } from '../access-settings.ts';
import { clientAddress } from '../client-address.ts';
import type { Surroundings } from '../surroundings.ts';
import { browserOf, keepSession } from './browser.ts';
import { takeThen } from './then.ts';

/** Signing in with a passkey: options, then the browser's answer. Failures count for the address and for the passkey. */
export function addPasskeySignIn(app: Hono, around: Surroundings): void {
  const { database, origin, access = defaultAccess } = around;
  app.post('/sign-in/passkey/options', async (context) =>
    context.json(await passkeyOptions(database, origin, around.now())),
  );
  app.post('/sign-in/passkey', async (context) => {
    const parsed = Assertion.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      throw new HindcastError('sign-in.passkey', { reason: 'the answer of the browser is not whole' });
    const browser = browserOf(context, around);
    const from = `address:${clientAddress(context, access.trustedProxies)}`;
    const tried = [from, `passkey:${parsed.data.id.slice(0, 100)}`];
    await countAttempt(database, tried, browser.now);
    const secret = await signInByPasskey(database, { answer: parsed.data, origin }, browser);
    await forgetAttempts(database, tried);
    keepSession(context, origin, secret);
    return context.json({ location: takeThen(context, origin) });
  });
}
