import { html, raw } from 'hono/html';
import { renderBlocks } from '../../markdown/html.ts';
import { markdownTree } from '../../markdown/tree.ts';
import { bar } from '../page/bar.ts';
import { type Markup, page } from '../page/page.ts';

/** Everything that is known of an incident, as the operations answer it. */
export type Audited = {
  key: string;
  title: string;
  markdown: string;
  signoffs: {
    role: string;
    person: { name: string };
    at: string;
    version: number;
    method: string;
    valid: boolean;
    sha256: string;
  }[];
  versions: { number: number; status: string; at: string; sha256: string }[];
  announcements: {
    at: string;
    channel: string;
    audience: string;
    subject: string;
    text: string;
    receivers: number | null;
  }[];
  publication: { url: string; at: string; version: number; sha256: string; withdrawnAt: string | null } | undefined;
  history: { seq: number; at: string; actor: { name: string }; operation: string; subject: string }[];
};

const table = (columns: string[], rows: (string | number)[][]): Markup =>
  rows.length === 0
    ? html`<p class="muted">None.</p>`
    : html`<div class="table" tabindex="0">
        <table>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </table>
      </div>`;

const published = (publication: Audited['publication']): Markup =>
  publication === undefined
    ? html`<p class="muted">It was never published.</p>`
    : html`<dl class="facts">
        <dt>Address</dt>
        <dd>${publication.url}</dd>
        <dt>Published</dt>
        <dd>${publication.at}, version ${publication.version}</dd>
        <dt>SHA-256</dt>
        <dd><code>${publication.sha256}</code></dd>
        ${
          publication.withdrawnAt === null
            ? ''
            : html`<dt>Withdrawn</dt>
                <dd>${publication.withdrawnAt}</dd>`
        }
      </dl>`;

/** The whole of an incident on one page, for auditors: the document, who signed it, its versions, what was told, and the ledger's entries. */
export const auditPage = (of: Audited): Markup =>
  page(
    `${of.key} for auditors · Hindcast`,
    html`<main class="column">
      ${bar}
      <header class="stack">
        <h1>${of.title}</h1>
        <p class="muted">${of.key}, everything that is kept of it. <a href="/read/${of.key}/brief">In brief</a></p>
      </header>
      <article class="paper">${raw(renderBlocks(markdownTree(of.markdown)))}</article>
      <section class="paper stack">
        <h2>Signatures</h2>
        ${table(
          ['Role', 'Person', 'When', 'Version', 'How', 'Holds'],
          of.signoffs.map((one) => [
            one.role,
            one.person.name,
            one.at,
            one.version,
            one.method,
            one.valid ? 'yes' : 'no',
          ]),
        )}
      </section>
      <section class="paper stack">
        <h2>Versions</h2>
        ${table(
          ['Version', 'Status', 'When', 'SHA-256 of its content'],
          of.versions.map(({ number, status, at, sha256 }) => [number, status, at, sha256]),
        )}
      </section>
      <section class="paper stack">
        <h2>Public page</h2>
        ${published(of.publication)}
      </section>
      <section class="paper stack">
        <h2>What was told</h2>
        ${table(
          ['When', 'Way', 'To whom', 'Receivers', 'What'],
          of.announcements.map((one) => [
            one.at,
            one.channel,
            one.audience,
            one.receivers ?? '–',
            `${one.subject}: ${one.text}`,
          ]),
        )}
      </section>
      <section class="paper stack">
        <h2>The ledger’s last entries</h2>
        ${table(
          ['Entry', 'When', 'Who', 'What', 'Of what'],
          of.history.map(({ seq, at, actor, operation, subject }) => [seq, at, actor.name, operation, subject]),
        )}
      </section>
    </main>`,
  );
