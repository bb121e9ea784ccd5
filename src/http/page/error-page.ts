import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Problem } from '../problem.ts';
import { card } from './card.ts';
import type { Markup } from './page.ts';

/** True for a browser that opens a page or sends a form; programs and scripts are answered in JSON. */
export const wantsPage = (context: Context): boolean => context.req.header('accept')?.includes('text/html') === true;

const titles: Record<number, string> = {
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Nothing here',
  429: 'Too fast',
  503: 'Not now',
};

/** What went wrong, what to do, and a way on. */
export const errorPage = ({ title, detail, status, code }: Problem): Markup =>
  card(
    titles[status] ?? 'That did not work',
    html`<div class="said error" role="alert"><p>${title.charAt(0).toUpperCase()}${title.slice(1)}.</p></div>
      <p>${detail}</p>
      ${
        status === 401 || code.startsWith('sign-in.')
          ? html`<a class="button" href="/sign-in">Sign in</a>`
          : html`<a class="button quiet" href="/">To the start</a>`
      }
      <small>${status} · ${code}</small>`,
  );
