import type { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from './page/page.ts';

const home = page(
  'Hindcast',
  html`<main class="narrow">
    <div class="paper stack">
      <h1>◴ Hindcast</h1>
      <p>Incident post-mortems that are computed from evidence, agree with themselves, and can be proven.</p>
      <a class="button" href="/sign-in">Sign in</a>
      <a class="button quiet" href="/api/v1">The API and its reference</a>
    </div>
  </main>`,
);

/** The page at `/`: what this is, and where to go. It needs no script and no database. */
export function addHome(app: Hono): void {
  app.get('/', (context) => context.html(home));
}
