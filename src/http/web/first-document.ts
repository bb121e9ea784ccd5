import { html } from 'hono/html';
import type { Shown } from '../../operations/incident/show.ts';
import type { Layout } from '../../templates/layout/layout.ts';
import type { Markup } from '../page/page.ts';

/** What of a document is shown before the app is there: which it is and what it is called, where the app will show the same. */
export function firstDocument(shown: Shown, layout: Layout | undefined): Markup {
  const kind = layout?.sections.find(({ level }) => level === 1)?.title ?? '';
  return html`<div class="first">
    <nav>◴ Hindcast</nav>
    <main>
      <header class="first-head">${shown.key}</header>
      <div class="first-chart"></div>
      <article class="first-paper">
        ${kind === '' ? '' : html`<p>${kind}</p>`}
        <h1>${shown.record.incident?.title ?? shown.key}</h1>
      </article>
    </main>
    <aside></aside>
  </div>`;
}
