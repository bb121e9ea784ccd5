import { html } from 'hono/html';
import type { StatusReport } from '../../operations/status/state.ts';
import { statusWords } from '../../operations/status/words.ts';
import type { Markup } from '../page/page.ts';
import { momentText } from './moment-text.ts';

/** Paragraphs of a text as it was written. */
const paragraphs = (text: string): Markup[] => text.split(/\n{2,}/).map((one) => html`<p>${one}</p>`);

const affected = (components: StatusReport['components']): string =>
  Object.entries(components)
    .map(([name, state]) => `${name}: ${statusWords[state].toLowerCase()}`)
    .join(', ');

/** One incident with its updates, the newest first. `heading`: how deep its title stands. */
export const reportMarkup = (report: StatusReport, most = Number.POSITIVE_INFINITY): Markup =>
  html`<article class="report impact-${report.impact}">
    <h3><a href="/status/incidents/${report.id}">${report.title}</a></h3>
    <ol class="updates">
      ${report.updates.slice(0, most).map(
        ({ status, text, at, components }) =>
          html`<li>
            <strong class="is-${status}">${statusWords[status]}</strong>
            ${paragraphs(text)}
            <small
              ><time datetime="${at}">${momentText(at)}</time>${
                affected(components) === '' ? '' : ` · ${affected(components)}`
              }</small
            >
          </li>`,
      )}
    </ol>
    ${report.document === null ? '' : html`<p><a href="${report.document}">Read what happened and what we change</a></p>`}
  </article>`;
