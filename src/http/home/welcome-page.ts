import { html } from 'hono/html';
import { page } from '../page/page.ts';

/** What this is, for somebody who is not signed in. */
export const welcomePage = page(
  'Hindcast',
  html`<main class="narrow">
    <div class="paper stack">
      <h1>◴ Hindcast</h1>
      <p>Incident post-mortems that are computed from evidence, agree with themselves, and can be proven.</p>
      <a class="button" href="/sign-in">Sign in</a>
      <a class="button quiet" href="/api/v1">API reference</a>
    </div>
  </main>`,
);
