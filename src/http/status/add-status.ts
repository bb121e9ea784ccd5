import { hash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { loadReport, statusPage, type StatusPage } from '../../operations/status/load.ts';
import type { Surroundings } from '../surroundings.ts';
import { addSubscribing } from './add-subscribing.ts';
import { atomOf } from './atom.ts';
import { statusHeaders } from './frame.ts';
import { historyMarkup, noteMarkup, reportPage, statusMarkup } from './page-markup.ts';
import { jsonFiles } from './summary.ts';

type Made = { body: string; etag: string };
type Make = (page: StatusPage) => string;

/** Seconds for which a cache between may answer by itself. */
const keptSeconds = 15;
const cached = `public, max-age=${keptSeconds}, stale-while-revalidate=60`;

/** What is made of a page once and given to everybody who asks within that second. */
const made = new WeakMap<StatusPage, Map<string, Made>>();

function makeOnce(page: StatusPage, name: string, make: Make): Made {
  const known = made.get(page) ?? new Map<string, Made>();
  made.set(page, known);
  const held = known.get(name);
  if (held !== undefined) return held;
  const body = make(page);
  const one = { body, etag: `"${hash('sha256', body, 'hex').slice(0, 32)}"` };
  known.set(name, one);
  return one;
}

/**
 * Adds the status page for everybody: no sign-in, no script, read from the database once a second however many ask. As long as it is
 * off, nothing of it is there.
 */
export function addStatus(app: Hono, around: Surroundings): void {
  const { database, origin } = around;
  const gone = (context: Context) =>
    context.body(`${noteMarkup('Nothing here', 'There is nothing to read at this address.', html``)}`, 404, {
      ...statusHeaders,
      'Cache-Control': 'no-store',
    });
  const serve = (path: string, headers: Record<string, string>, make: Make) =>
    app.get(path, async (context) => {
      const page = await statusPage.of(database);
      if (page === undefined) return gone(context);
      const { body, etag } = makeOnce(page, path, make);
      const fresh = { ...statusHeaders, ...headers, ETag: etag, 'Cache-Control': cached };
      if (context.req.header('if-none-match') === etag) return context.body(null, 304, fresh);
      return context.body(body, 200, fresh);
    });
  serve('/status', {}, (page) => `${statusMarkup(page)}`);
  serve('/status/history', {}, (page) => `${historyMarkup(page)}`);
  serve('/status/history.atom', { 'Content-Type': 'application/atom+xml; charset=utf-8' }, (page) =>
    atomOf(page, origin),
  );
  for (const [file, make] of Object.entries(jsonFiles))
    serve(
      `/status/api/v2/${file}`,
      { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
      (page) => JSON.stringify(make(page, origin)),
    );
  app.get('/status/incidents/:report', async (context) => {
    const page = await statusPage.of(database);
    const id = context.req.param('report');
    const report =
      page && ([...page.open, ...page.past].find((one) => one.id === id) ?? (await loadReport(database, id)));
    if (page === undefined || report === undefined) return gone(context);
    return context.body(`${reportPage(page, report)}`, 200, { ...statusHeaders, 'Cache-Control': cached });
  });
  addSubscribing(app, around, gone);
}
