import { html, raw } from 'hono/html';
import { icon, type Markup, stylePath } from '../page/page.ts';

/** Headers of the status page: nothing runs, nothing is framed, and its one form goes to this server. */
export const statusHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** A page for everybody around its body: no way into Hindcast stands on it. */
export const frame = (title: string, body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${raw(icon)}" />
        <link rel="stylesheet" href="${stylePath}" />
        <link rel="alternate" type="application/atom+xml" title="${title}" href="/status/history.atom" />
      </head>
      <body>
        <main class="column status-page">${body}</main>
      </body>
    </html> `;
