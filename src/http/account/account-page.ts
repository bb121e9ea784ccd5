import { html } from 'hono/html';
import type { Actor } from '../../operations/access/actor.ts';
import type { Passkey } from '../../operations/passkeys/load.ts';
import type { Token } from '../../operations/tokens/load.ts';
import { bar } from '../page/bar.ts';
import { type Markup, page } from '../page/page.ts';
import { type OwnSession, sessionList } from './sessions.ts';
import { tokenForm, tokenRow } from './tokens.ts';

const day = (at: string): string => at.slice(0, 10);

const passkeyRow = ({ name, createdAt, lastUsedAt }: Passkey): Markup =>
  html`<li>${name}, added ${day(createdAt)}${lastUsedAt === null ? '' : `, last used ${day(lastUsedAt)}`}</li>`;

const listOf = (rows: Markup[]): Markup =>
  rows.length === 0
    ? html`<p class="muted">None yet.</p>`
    : html`<ul class="rows">
        ${rows}
      </ul>`;

/** What belongs to somebody who is signed in. `tokens` are those that still work. */
export type Belongings = { sessions: OwnSession[]; passkeys: Passkey[]; tokens: Token[] };

/** Who is signed in and where, their passkeys and tokens, and the way out. */
export const accountPage = ({ name, role }: Actor, { sessions, passkeys, tokens }: Belongings): Markup =>
  page(
    'Your account · Hindcast',
    html`<main class="column">
      ${bar}
      <div class="paper stack">
        <h1>Your account</h1>
        <p>You are signed in as ${name} (${role}).</p>
        <form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>
      </div>
      <div class="paper stack">
        <h2>Where you are signed in</h2>
        ${sessionList(sessions)}
      </div>
      <div class="paper stack">
        <h2>Passkeys</h2>
        <p class="muted">
          Sign in and sign off with the fingerprint reader or key of this device. No password anywhere.
        </p>
        ${listOf(passkeys.map(passkeyRow))}
        <label for="passkey-name">Name of a new one</label>
        <input id="passkey-name" type="text" maxlength="100" placeholder="Laptop" />
        <button id="passkey-add" type="button" hidden>Add a passkey</button>
        <p id="passkey-status" class="status" role="status"></p>
        <script src="/sign-in/passkey.js" defer></script>
      </div>
      <div class="paper stack">
        <h2>Tokens</h2>
        <p class="muted">For the command line and other programs. They never approve, sign or invite.</p>
        ${listOf(tokens.map(tokenRow))} ${tokenForm(role)}
      </div>
    </main>`,
  );
