import type { Hono } from 'hono';
import { callStored } from '../../operations/call-stored.ts';
import { incidentDocument } from '../../operations/incident/document.ts';
import { listIncidents } from '../../operations/incident/list.ts';
import { documentHeaders } from '../page/document-headers.ts';
import { signedIn } from '../signed-in.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';
import { incidentsPage, type Listed } from './incidents-page.ts';
import { welcomePage } from './welcome-page.ts';

/** So many of the newest incidents stand on the first page; the rest is a matter of `incident.list`. */
const most = 50;

/** Pages without scripts: `/read` has the newest incidents, `/read/INC-1` one of them. */
export function addHome(app: Hono, around: Surroundings): void {
  app.get('/read', async (context) => {
    context.header('Cache-Control', 'no-store');
    const actor = await signedIn(context, around);
    if (actor === undefined) return context.html(welcomePage);
    const stored = await storedContext(around, actor, around.now());
    const { items, next } = (await callStored(listIncidents, { limit: most }, stored)) as Listed;
    return context.html(incidentsPage({ items, next }, around.origin));
  });
  app.get('/read/:incident', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) return context.redirect('/sign-in', 303);
    const stored = await storedContext(around, actor, around.now());
    const input = { incident: context.req.param('incident'), format: 'html' };
    const { content } = (await callStored(incidentDocument, input, stored)) as { content: string };
    return context.body(content, 200, { ...documentHeaders, 'Cache-Control': 'no-store' });
  });
}
