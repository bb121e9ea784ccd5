import type { Hono } from 'hono';
import { html } from 'hono/html';
import { publicPage } from '../../operations/publication/page.ts';
import { slugForm } from '../../operations/publication/slug.ts';
import { card } from '../page/card.ts';
import { documentHeaders as headers } from '../page/document-headers.ts';
import type { Surroundings } from '../surroundings.ts';

/** There is nothing (more) to read at this address. */
const notice = (title: string, sentence: string): string => `${card(title, html`<p>${sentence}</p>`)}`;

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
