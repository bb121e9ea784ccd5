import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { hash } from 'node:crypto';

const style = readFileSync(path.join(import.meta.dirname, 'hindcast.css'), 'utf8');
/** Where the style sheet of the pages is. */
export const stylePath = `/static/hindcast.${hash('sha256', style, 'hex').slice(0, 12)}.css`;

/** Markup with everything in it escaped. */
export type Markup = ReturnType<typeof html>;

/** A clock face on the accent colour. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='8' fill='%233b5bdb'/%3E%3Cpath d='M8 3v5H3' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** A whole page around its body. Every server-rendered page goes through here; text that is put in is escaped by `html`. */
export function page(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="${icon}" />
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        ${body}
      </body>
    </html> `;
}

/** Serves the style sheet of the pages; its name changes with its content, so it may be kept for ever. */
export function addStyle(app: Hono): void {
  app.get(stylePath, (context) =>
    context.body(style, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
}
