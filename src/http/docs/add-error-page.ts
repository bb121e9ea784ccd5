import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { ErrorCode } from '../../operations/errors.ts';
import { type Markup, page } from '../page/page.ts';
import { errorAnchor, statusOf } from '../problem.ts';
import { type ErrorSection, errorSections } from './error-sections.ts';

const nounOf = ({ code }: ErrorSection): string => code.split('.')[0] ?? code;

const entry = ({ code, html: text }: ErrorSection): Markup =>
  html`<section class="paper error-code" id="${errorAnchor(code)}">
    <h3>
      <a href="#${errorAnchor(code)}"><code>${code}</code></a> <small>${statusOf(code as ErrorCode)}</small>
    </h3>
    ${raw(text)}
  </section>`;

function errorsPage(): Markup {
  const sections = errorSections();
  const nouns = Map.groupBy(sections, nounOf);
  const side = [...nouns].map(([noun, own]) => html`<a href="#noun-${noun}">${noun} <small>${own.length}</small></a>`);
  return page(
    'Errors · Hindcast',
    html`<div class="wide">
      <nav class="side" aria-label="Errors"><a class="brand" href="/">◴ Hindcast</a>${side}</nav>
      <main>
        <h1>Errors</h1>
        <p class="muted">
          Everything that can stop Hindcast, by its code, with the HTTP status of
          an answer that has it. Answers of the type
          <code>application/problem+json</code> name their section as <code>type</code>, and say what to do in
          <code>detail</code>.
        </p>
        ${[...nouns].map(
          ([noun, own]) =>
            html`<section class="noun" id="noun-${noun}">
              <h2>${noun}</h2>
              ${own.map(entry)}
            </section>`,
        )}
      </main>
    </div>`,
  );
}

/** Adds `/docs/errors`, where the `type` of a problem leads: docs/errors.md as a page, for anybody and without a script. */
export function addErrorPage(app: Hono): void {
  const text = `${errorsPage()}`;
  app.get('/docs/errors', (context) => context.html(text, 200, { 'Cache-Control': 'public, max-age=300' }));
}
