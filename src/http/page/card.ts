import { html } from 'hono/html';
import { type Markup, page } from './page.ts';

/** A page that is one card in the middle: signing in, what went wrong, what is not there. */
export const card = (title: string, body: Markup): Markup =>
  page(
    `${title} · Hindcast`,
    html`<main class="narrow">
      <a class="brand" href="/">◴ Hindcast</a>
      <div class="paper stack">
        <h1>${title}</h1>
        ${body}
      </div>
    </main>`,
  );
