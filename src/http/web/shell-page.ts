import { html, raw } from 'hono/html';
import type { Markup } from '../page/page.ts';
import { icon } from '../page/page.ts';
import type { WebBuild } from './assets.ts';

/** JSON that cannot end the element it stands in. */
const inElement = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

type Shell = {
  build: WebBuild;
  /** Tag of the language that the app speaks. */
  language: string;
  /** The file of the screen, to be loaded at once. */
  screen: string;
  /** What is shown before the app is there. */
  first: Markup | undefined;
  /** What `web/api/start.ts` reads. */
  start: unknown;
  /** Where the same can be read without scripts. */
  read: string | undefined;
};

/** The page that the app starts in, with the answers to what its first screen asks. */
export function shellPage({ build, language, screen, first, start, read }: Shell): Markup {
  const files = build.screens[`screens/${screen}/index.tsx`] ?? [];
  const [styles, scripts] = [
    files.filter((file) => file.endsWith('.css')),
    files.filter((file) => file.endsWith('.js')),
  ];
  // What is painted first needs the shell's styles alone: those of the screen stand behind it, and keep only what follows waiting.
  // Modules run in the order of the page: the language is there when the app begins.
  const spoken = build.languages.get(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="description" content="Incident post-mortems that are computed from evidence and can be proven." />
        <title>Hindcast</title>
        <link rel="icon" href="${icon}" />
        <script src="/app/theme.js"></script>
        ${build.styles.map((file) => html`<link rel="stylesheet" href="${file}" />`)}
        ${scripts.map((file) => html`<link rel="modulepreload" href="${file}" />`)}
        ${spoken === undefined ? '' : html`<script type="module" src="${spoken}"></script>`}
        <script type="module" src="${build.script}"></script>
      </head>
      <body>
        <div id="app">${first ?? ''}</div>
        ${styles.map((file) => html`<link rel="stylesheet" href="${file}" />`)}
        <noscript>
          <p>This page needs scripts. ${read === undefined ? '' : html`<a href="${read}">Read it without.</a>`}</p>
        </noscript>
        <script type="application/json" id="start">
          ${raw(inElement(start))}
        </script>
      </body>
    </html> `;
}
