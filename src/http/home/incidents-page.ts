import { html } from 'hono/html';
import { bar } from '../page/bar.ts';
import { type Markup, page } from '../page/page.ts';

/** What `incident.list` gave. */
export type Listed = {
  items: {
    key: string;
    title: string | null;
    severity: string | null;
    status: string;
    visibility: string;
    createdAt: string;
  }[];
  next?: string | undefined;
};

const statusWords: Record<string, string> = { inReview: 'in review' };

const row = ({ key, title, severity, status, visibility, createdAt }: Listed['items'][number]): Markup =>
  html`<tr>
    <td class="tight muted">${key}</td>
    <td><a href="/read/${key}">${title ?? 'Without a title'}</a></td>
    <td class="tight">${severity ?? html`<span class="muted">none</span>`}</td>
    <td class="tight">${statusWords[status] ?? status}${visibility === 'restricted' ? ', restricted' : ''}</td>
    <td class="tight muted">${createdAt.slice(0, 10)}</td>
  </tr>`;

/** The newest incidents, and how to work with them today. */
export const incidentsPage = ({ items, next }: Listed, origin: string): Markup =>
  page(
    'Incidents · Hindcast',
    html`<main class="column">
      ${bar}
      <div class="paper stack">
        <h1>Incidents</h1>
        ${
          items.length === 0
            ? html`<p class="muted">None yet.</p>`
            : html`<div class="table">
                <table class="incidents">
                  <tr>
                    <th>Key</th>
                    <th>Title</th>
                    <th>Severity</th>
                    <th>Status</th>
                    <th>Added</th>
                  </tr>
                  ${items.map(row)}
                </table>
              </div>`
        }
        ${next === undefined ? '' : html`<p class="muted">These are the newest; the command line lists all.</p>`}
      </div>
      <div class="paper stack">
        <h2>From the command line</h2>
        <p>Make a token under <a href="/account">your account</a>, then:</p>
        <pre class="command"><code>./bin/hindcast login ${origin}
./bin/hindcast incident list
./bin/hindcast incident create --markdown @postmortem.md
./bin/hindcast edit ${items[0]?.key ?? 'INC-1'}</code></pre>
      </div>
    </main>`,
  );
