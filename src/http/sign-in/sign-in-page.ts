import { html } from 'hono/html';
import type { AccessSettings } from '../access-settings.ts';
import { card } from '../page/card.ts';
import type { Markup } from '../page/page.ts';

const byProvider = (issuer: string): Markup =>
  html`<a class="button" href="/sign-in/oidc">Sign in with ${new URL(issuer).hostname}</a>`;

const byMail = html`<form method="post" action="/sign-in/email">
  <label for="email">E-mail address</label>
  <input id="email" name="email" type="email" autocomplete="username webauthn" required maxlength="254" />
  <button class="quiet">Send me a link</button>
</form>`;

const byPasskey = html`<button id="passkey-sign-in" type="button" hidden>Sign in with a passkey</button>
  <noscript>Passkeys need a script; the other ways do not.</noscript>
  <p id="passkey-status" class="status" role="status"></p>
  <script src="/sign-in/passkey.js" defer></script>`;

/** The page at `/sign-in`: the ways that are set up here. */
export const signInPage = ({ mail, oidc }: AccessSettings): Markup =>
  card(
    'Sign in',
    html`${oidc === undefined ? '' : byProvider(oidc.issuer)} ${byPasskey} ${mail === undefined ? '' : byMail}
      <p class="muted">
        No way in? Until an owner has signed in, each start prints a link for the first one. Later, whoever runs this
        server makes a one-time link on the machine itself:
      </p>
      <pre class="command"><code>hindcast break-glass EMAIL</code></pre>`,
  );

/** The answer to every address: it does not say who is known here. */
export const mailSentPage = (email: string): Markup =>
  card(
    'Look into your mail',
    html`<p>If ${email} may sign in here, a link is on its way. It works once, for 15 minutes.</p>
      <p class="muted">Nothing there? Look into the spam folder, or <a href="/sign-in">try again</a>.</p>`,
  );

/** What a link opens. Programs that look at links in mail only open them; pressing the button is left to people. */
export const linkPage = (token: string): Markup =>
  card(
    'Sign in',
    html`<form method="post" action="/sign-in/link">
      <input type="hidden" name="token" value="${token}" />
      <p>This link signs you in on this device, once.</p>
      <button>Sign in</button>
    </form>`,
  );
