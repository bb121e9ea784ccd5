import { html } from 'hono/html';
import type { Markup } from './page.ts';

/** Above a page of somebody signed in: the way to everything. */
export const bar: Markup = html`<header class="bar">
  <a class="brand" href="/">◴ Hindcast</a>
  <nav aria-label="Pages"><a href="/">Incidents</a><a href="/api/v1">API</a><a href="/account">Account</a></nav>
</header>`;
