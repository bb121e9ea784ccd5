import { html } from 'hono/html';
import type { StatusPage } from '../../operations/status/load.ts';
import type { StatusReport } from '../../operations/status/state.ts';
import { indicatorWords, statusWords } from '../../operations/status/words.ts';
import type { Markup } from '../page/page.ts';
import { frame } from './frame.ts';
import { momentText } from './moment-text.ts';
import { reportMarkup } from './report-markup.ts';

/** Incidents of the past on the first page; all others stand under history. */
const mostPast = 5;

const head = ({ title, intro }: StatusPage): Markup =>
  html`<header class="stack">
    <h1><a href="/status">${title}</a></h1>
    ${intro === '' ? '' : html`<p class="muted">${intro}</p>`}
  </header>`;

const subscribing: Markup = html`<section class="paper stack" aria-labelledby="subscribe">
  <h2 id="subscribe">Hear of it</h2>
  <form method="post" action="/status/subscribe" class="subscribe">
    <label for="email">Updates by e-mail</label>
    <input id="email" name="email" type="email" required maxlength="200" autocomplete="email" />
    <button>Subscribe</button>
  </form>
  <p class="muted">
    Or follow the <a href="/status/history.atom">Atom feed</a>, or ask for
    <a href="/status/api/v2/summary.json">JSON</a>.
  </p>
</section>`;

const foot = (updatedAt: string): Markup =>
  html`<footer class="muted">
    <p>Times are in UTC. Last change: ${momentText(updatedAt)}. <a href="/status/history">History</a></p>
  </footer>`;

/** How everything is now, what is open, what was, and the ways to hear of it. */
export const statusMarkup = (page: StatusPage): Markup =>
  frame(
    page.title,
    html`${head(page)}
      <p class="indicator is-${page.indicator}" role="status">${indicatorWords[page.indicator]}</p>
      ${
        page.open.length === 0
          ? ''
          : html`<section class="paper stack" aria-labelledby="now">
              <h2 id="now">Now</h2>
              ${page.open.map((report) => reportMarkup(report))}
            </section>`
      }
      ${
        page.components.length === 0
          ? ''
          : html`<section class="paper stack" aria-labelledby="components">
              <h2 id="components">Components</h2>
              <ul class="rows components">
                ${page.components.map(
                  ({ name, description, state }) =>
                    html`<li>
                      <span
                        >${name}${
                          description === undefined || description === ''
                            ? ''
                            : html`<br /><small>${description}</small>`
                        }</span
                      >
                      <span class="state is-${state}">${statusWords[state]}</span>
                    </li>`,
                )}
              </ul>
            </section>`
      }
      <section class="paper stack" aria-labelledby="past">
        <h2 id="past">Past incidents</h2>
        ${
          page.past.length === 0
            ? html`<p class="muted">None.</p>`
            : page.past.slice(0, mostPast).map((report) => reportMarkup(report, 2))
        }
      </section>
      ${subscribing} ${page.past.length + page.open.length === 0 ? '' : foot(page.updatedAt)}`,
  );

const monthOf = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(at));

/** Every incident that the page has shown, by month. */
export const historyMarkup = (page: StatusPage): Markup =>
  frame(
    `${page.title}: history`,
    html`${head(page)}
    ${[...Map.groupBy([...page.open, ...page.past], ({ createdAt }) => monthOf(createdAt))].map(
      ([month, reports]) =>
        html`<section class="paper stack">
          <h2>${month}</h2>
          ${reports.map((report) => reportMarkup(report, 1))}
        </section>`,
    )}
    ${page.open.length + page.past.length === 0 ? html`<div class="paper"><p class="muted">Nothing yet.</p></div>` : ''}`,
  );

/** One incident with everything that was said of it. */
export const reportPage = (page: StatusPage, report: StatusReport): Markup =>
  frame(
    `${report.title} · ${page.title}`,
    html`${head(page)}
      <section class="paper stack">
        <h2>${statusWords[report.status]}</h2>
        ${reportMarkup(report)}
      </section>`,
  );

/** A short word to somebody who did something here; `form` is what they may do next. */
export const noteMarkup = (title: string, sentence: string, form?: Markup): Markup =>
  frame(
    title,
    html`<section class="paper stack">
      <h1>${title}</h1>
      <p>${sentence}</p>
      ${form ?? html`<p><a href="/status">To the status page</a></p>`}
    </section>`,
  );
