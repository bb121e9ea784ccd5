import { html } from 'hono/html';
import type { AccessSettings } from '../access-settings.ts';
import { layout, type Markup } from './layout.ts';

const byProvider = (issuer: string): Markup =>
  html`<p><a class="button" href="/sign-in/oidc">Sign in with ${new URL(issuer).hostname}</a></p>`;

const byMail = html`<form method="post" action="/sign-in/email">
  <label for="email">E-mail address</label>
  <input id="email" name="email" type="email" autocomplete="username webauthn" required maxlength="254" />
  <button>Send me a link</button>
</form>`;

const byPasskey = html`<p>
    <button id="passkey-sign-in" type="button" hidden>Sign in with a passkey</button>
    <noscript>Passkeys need a script; the other ways do not.</noscript>
  </p>
  <p id="passkey-status" role="status"></p>
  <script src="/sign-in/passkey.js" defer></script>`;

/** The page at `/sign-in`: the ways that are set up here. */
export const signInPage = ({ mail, oidc }: AccessSettings): Markup =>
  layout(
    'Sign in',
    html`${oidc === undefined ? '' : byProvider(oidc.issuer)} ${byPasskey} ${mail === undefined ? '' : byMail}
      <p class="note">
        No way in? Whoever runs this server makes a one-time link on the machine itself:
        <code>hindcast break-glass EMAIL</code>.
      </p>`,
  );

/** The answer to every address: it does not say who is known here. */
export const mailSentPage = (email: string): Markup =>
  layout(
    'Look into your mail',
    html`<p>If ${email} may sign in here, a link is on its way. It works once, for 15 minutes.</p>
      <p>Nothing there? Look into the spam folder, or <a href="/sign-in">try again</a>.</p>`,
  );

/** What a link opens. Programs that look at links in mail only open them; pressing the button is left to people. */
export const linkPage = (token: string): Markup =>
  layout(
    'Sign in',
    html`<form method="post" action="/sign-in/link">
      <input type="hidden" name="token" value="${token}" />
      <p>This link signs you in on this device.</p>
      <button>Sign in</button>
    </form>`,
  );
