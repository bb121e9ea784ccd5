import type { Hono } from 'hono';
import { html } from 'hono/html';

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Hindcast</title>
    </head>
    <body>
      <main>
        <h1>Hindcast</h1>
        <p>Incident post-mortems that are computed from evidence, agree with themselves, and can be proven.</p>
        <ul>
          <li><a href="/sign-in">Sign in</a></li>
          <li><a href="/api/v1">The API and its reference</a></li>
        </ul>
      </main>
    </body>
  </html> `;

/** The page at `/`: what this is, and where to go. It needs no script and no database. */
export function addHome(app: Hono): void {
  app.get('/', (context) => context.html(page));
}
