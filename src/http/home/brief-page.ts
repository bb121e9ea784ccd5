import { html, raw } from 'hono/html';
import { renderBlocks } from '../../markdown/html.ts';
import { plainText } from '../../markdown/plain.ts';
import { markdownTree } from '../../markdown/tree.ts';
import type { Brief } from '../../operations/incident/brief.ts';
import { bar } from '../page/bar.ts';
import { type Markup, page } from '../page/page.ts';

/** `impactStarted` as words. */
const inWords = (milestone: string): string => milestone.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const events = ({ events: all }: Brief): Markup | '' =>
  all.length === 0
    ? ''
    : html`<section>
        <h2>Course</h2>
        <div class="table" tabindex="0">
          <table>
            ${all.map(
              ({ at, text, milestone }) =>
                html`<tr>
                  <td class="tight muted">${at}</td>
                  <td>${plainText(text)}${milestone === null ? '' : html` <small>${inWords(milestone)}</small>`}</td>
                </tr>`,
            )}
          </table>
        </div>
      </section>`;

const open = ({ openActions }: Brief): Markup =>
  openActions.length === 0
    ? html`<p class="muted">Nothing is open.</p>`
    : html`<ul>
        ${openActions.map(
          ({ text, owner, due }) =>
            html`<li>
              ${plainText(text)} <small>${owner === '' ? 'nobody' : owner}${due === '' ? '' : `, by ${due}`}</small>
            </li>`,
        )}
      </ul>`;

/** One page for engineers: what happened, how long it took, why, and what is still to be done. It prints on one sheet. */
export const briefPage = (brief: Brief): Markup =>
  page(
    `${brief.key} in brief · Hindcast`,
    html`<main class="column">
      ${bar}
      <article class="paper stack">
        <header class="stack">
          <p class="muted">
            ${brief.key} · ${brief.severity ?? 'no severity'} · ${brief.status} ·
            <a href="/read/${brief.key}">the whole document</a> · <a href="/read/${brief.key}/audit">for auditors</a>
          </p>
          <h1>${brief.title ?? 'Without a title'}</h1>
        </header>
        <dl class="facts">
          ${brief.facts.map(
            ({ name, value }) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        ${brief.sections.map(
          ({ title, text }) =>
            html`<section>
              <h2>${title}</h2>
              ${raw(renderBlocks(markdownTree(text)))}
            </section>`,
        )}
        ${events(brief)}
        <section>
          <h2>Still to be done</h2>
          ${open(brief)}
        </section>
      </article>
    </main>`,
  );
