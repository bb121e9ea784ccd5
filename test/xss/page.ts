import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What one page did and holds that it should not. */
export type Breach = { ran: number; requests: string[]; strange: string[] };

/** Elements that our own documents consist of, each with the attributes it may have. */
const allowed: Record<string, string[]> = {
  html: ['lang'],
  head: [],
  meta: ['charset', 'name', 'content'],
  title: ['id'],
  style: [],
  body: [],
  div: ['class', 'tabindex', 'role', 'aria-label'],
  main: ['class'],
  aside: ['aria-label'],
  section: ['aria-label'],
  footer: [],
  figure: ['class', 'tabindex'],
  details: [],
  summary: [],
  small: [],
  h1: ['id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  p: ['class'],
  ul: [],
  ol: ['start'],
  li: ['class'],
  blockquote: [],
  pre: ['tabindex'],
  code: [],
  hr: [],
  br: [],
  wbr: [],
  strong: [],
  em: [],
  del: [],
  b: [],
  span: ['class', 'role', 'aria-label'],
  dl: ['class'],
  dt: [],
  dd: [],
  a: ['href', 'title', 'rel'],
  img: ['src', 'alt', 'title'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'class', 'colspan'],
  td: ['class', 'colspan'],
  svg: ['xmlns', 'viewBox', 'width', 'height', 'role', 'aria-labelledby', 'font-family', 'font-size'],
  desc: ['id'],
  rect: [],
  line: [],
  circle: [],
  path: [],
  text: [],
  tspan: [],
};
const drawn = [
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'd',
  'width',
  'height',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'text-anchor',
];
for (const name of ['rect', 'line', 'circle', 'path', 'text', 'tspan']) allowed[name] = drawn;

/** Gives what is not on the list; runs in the browser. */
const source = readFileSync(new URL('./inspect.js', import.meta.url), 'utf8');
const inspect = source.slice(source.indexOf('(list)')).trim().replace(/;$/, '');

/** Runs before any page: every common proof of execution counts. */
function trap(): void {
  const scope = globalThis as unknown as Record<string, unknown> & { ran: number };
  scope.ran = 0;
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) scope[name] = () => void scope.ran++;
}

/** Makes a page that serves only the document under test, and counts everything else it asks for. */
export async function preparePage(page: Page): Promise<(html: string) => Promise<Breach>> {
  let html = '';
  let requests: string[] = [];
  let dialogs = 0;
  const own = 'http://document.test/page';
  await page.addInitScript(trap);
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === own) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (url !== 'http://document.test/favicon.ico') requests.push(url);
    return route.abort();
  });
  return async (source) => {
    html = source;
    requests = [];
    dialogs = 0;
    await page.goto(own, { waitUntil: 'load' });
    const { ran, strange } = await page.evaluate<Omit<Breach, 'requests'>>(`(${inspect})(${JSON.stringify(allowed)})`);
    return { ran: ran + dialogs, requests, strange };
  };
}
