import { html } from 'hono/html';

/** Markup with everything in it escaped. */
export type Markup = ReturnType<typeof html>;

/** A small page of its own: works without a script, loads nothing from elsewhere. */
export const layout = (title: string, body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Hindcast</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/sign-in/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `;

/** What went wrong, and what to do. */
export const failurePage = (message: string, remedy: string): Markup =>
  layout(
    'That did not work',
    html`<p role="alert">${message.charAt(0).toUpperCase()}${message.slice(1)}.</p>
      <p>${remedy}</p>
      <p><a href="/sign-in">Back to signing in</a></p>`,
  );
