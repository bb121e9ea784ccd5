import { html } from 'hono/html';
import type { Actor } from '../../operations/access/actor.ts';
import type { Passkey } from '../../operations/passkeys/load.ts';
import { layout, type Markup } from './layout.ts';

const listed = ({ name, createdAt, lastUsedAt }: Passkey): Markup =>
  html`<li>
    ${name}, added ${createdAt.slice(0, 10)}${lastUsedAt === null ? '' : `, last used ${lastUsedAt.slice(0, 10)}`}
  </li>`;

/** Who is signed in, their passkeys, and the way out. */
export const accountPage = ({ name, role }: Actor, passkeys: Passkey[]): Markup =>
  layout(
    'Your account',
    html`<p>You are signed in as ${name} (${role}).</p>
      <h2>Passkeys</h2>
      ${
        passkeys.length === 0
          ? html`<p>None yet.</p>`
          : html`<ul>
              ${passkeys.map(listed)}
            </ul>`
      }
      <label for="passkey-name">Name of a new one</label>
      <input id="passkey-name" type="text" maxlength="100" placeholder="Laptop" />
      <button id="passkey-add" type="button" hidden>Add a passkey</button>
      <p id="passkey-status" role="status"></p>
      <script src="/sign-in/passkey.js" defer></script>
      <form method="post" action="/sign-out"><button>Sign out</button></form>`,
  );
