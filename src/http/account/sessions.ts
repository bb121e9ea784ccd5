import { html } from 'hono/html';
import type { z } from 'zod';
import type { listSessions } from '../../operations/sessions/list.ts';
import { readUserAgent } from '../../values/user-agent.ts';
import type { Markup } from '../page/page.ts';

/** Where somebody is signed in, newest first. */
export type OwnSession = z.infer<typeof listSessions.output>['items'][number];

const ways: Record<OwnSession['via'], string> = {
  'owner-link': 'first link',
  invite: 'invitation',
  'email-link': 'e-mail link',
  passkey: 'passkey',
  oidc: 'identity provider',
  'break-glass': 'break-glass link',
};

/** What a session was begun with, in words. */
function deviceOf(userAgent: string): string {
  const { program = 'A program', system } = readUserAgent(userAgent);
  return system === undefined ? program : `${program} on ${system}`;
}

const day = (at: string): Markup => html`<span class="tight">${at.slice(0, 10)}</span>`;

const sessionRow = ({ via, createdAt, lastSeenAt, userAgent, current }: OwnSession): Markup =>
  html`<li>
    <span>${deviceOf(userAgent)}, by ${ways[via]} on ${day(createdAt)}, last used ${day(lastSeenAt)}</span>
    ${current ? html`<small class="tight">this one</small>` : ''}
  </li>`;

/** The sessions of a person, and the button that ends all but this one. */
export const sessionList = (sessions: readonly OwnSession[]): Markup =>
  html`<ul class="rows">
      ${sessions.map(sessionRow)}
    </ul>
    ${
      sessions.some(({ current }) => !current)
        ? html`<form method="post" action="/account/sessions/end-others">
            <button class="quiet">End all others</button>
          </form>`
        : ''
    }`;
