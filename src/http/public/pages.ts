import type { Hono } from 'hono';
import { html } from 'hono/html';
import { publicPage } from '../../operations/publication/page.ts';
import { slugForm } from '../../operations/publication/slug.ts';
import type { Surroundings } from '../surroundings.ts';

/** What nobody may do with a public page; what it may load, it says itself (documents/html.ts). */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "script-src 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

const notice = (title: string, sentence: string): string =>
  `${html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${sentence}</p>
        </main>
      </body>
    </html> `}`;

/** Adds `/public/SLUG`: published pages, without signing in and without a script. Add it before the headers of the app. */
export function addPublicPages(app: Hono, { database }: Pick<Surroundings, 'database'>): void {
  app.get('/public/:slug', async (context) => {
    const slug = context.req.param('slug');
    const page = slugForm.test(slug) ? await publicPage(database, slug) : undefined;
    if (page === undefined)
      return context.body(notice('Not published', 'There is no published post-mortem here.'), 404, headers);
    if (page.withdrawn)
      return context.body(notice('Withdrawn', 'This post-mortem was withdrawn.'), 410, {
        ...headers,
        'Cache-Control': 'no-store',
      });
    const fresh = { ...headers, ETag: `"${page.sha256}"`, 'Cache-Control': 'public, max-age=60' };
    if (context.req.header('if-none-match') === fresh.ETag) return context.body(null, 304, fresh);
    return context.body(page.html, 200, fresh);
  });
}
