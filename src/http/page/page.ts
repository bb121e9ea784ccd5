import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { hash } from 'node:crypto';

const style = readFileSync(path.join(import.meta.dirname, 'hindcast.css'), 'utf8');
const stylePath = `/static/hindcast.${hash('sha256', style, 'hex').slice(0, 12)}.css`;

/** A whole page around its body. Every server-rendered page goes through here; text that is put in is escaped by `html`. */
export function page(title: string, body: ReturnType<typeof html>): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylePath}" />
        <link rel="icon" href="data:," />
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
