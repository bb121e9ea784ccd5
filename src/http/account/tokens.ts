import { html } from 'hono/html';
import { ranks } from '../../operations/access/ranks.ts';
import type { Token } from '../../operations/tokens/load.ts';
import type { PersonRole } from '../../store/tables.ts';
import { card } from '../page/card.ts';
import type { Markup } from '../page/page.ts';

/** Roles a token can have, the most useful first. */
const tokenRoles = ['editor', 'viewer', 'admin'] as const;

/** One token, with the button that ends it. */
export const tokenRow = ({ id, name, role, expiresAt, lastUsedAt }: Token): Markup =>
  html`<li>
    <span
      >${name}, ${role}, until
      ${expiresAt.slice(0, 10)}${lastUsedAt === null ? ', never used' : `, last used ${lastUsedAt.slice(0, 10)}`}</span
    >
    <form method="post" action="/account/tokens/revoke">
      <input type="hidden" name="token" value="${id}" />
      <button class="quiet small" aria-label="End the token ${name}">End</button>
    </form>
  </li>`;

/** Asks for a new token: of the person's own role at most. */
export const tokenForm = (own: PersonRole): Markup =>
  html`<form method="post" action="/account/tokens">
    <label for="token-name">Name of a new token</label>
    <input id="token-name" name="name" type="text" maxlength="100" required placeholder="Command line on my laptop" />
    <label for="token-role">It may do what this role may</label>
    <select id="token-role" name="role">
      ${tokenRoles
        .filter((role) => ranks.indexOf(role) <= ranks.indexOf(own))
        .map((role) => html`<option>${role}</option>`)}
    </select>
    <label for="token-days">Days it works</label>
    <input id="token-days" name="days" type="number" min="1" max="365" value="90" required />
    <button>Make a token</button>
  </form>`;

/** The only time that a token is shown. */
export const tokenMadePage = (secret: string, origin: string): Markup =>
  card(
    'Your token',
    html`<p>Keep it now: it is shown this once, and only its hash is kept.</p>
      <pre class="command"><code>${secret}</code></pre>
      <p class="muted">The command line asks for it:</p>
      <pre class="command"><code>./bin/hindcast login ${origin}</code></pre>
      <a class="button quiet" href="/account">Back to your account</a>`,
  );
