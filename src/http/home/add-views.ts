import type { Hono } from 'hono';
import { listAnnouncements } from '../../operations/announcement/list.ts';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { incidentHistory } from '../../operations/history/history.ts';
import { incidentBrief, type Brief } from '../../operations/incident/brief.ts';
import { incidentDocument } from '../../operations/incident/document.ts';
import { showPublication } from '../../operations/publication/show.ts';
import { listSignoffs } from '../../operations/signoffs/list.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import { listVersions } from '../../operations/versions/list.ts';
import { signedIn } from '../signed-in.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';
import { auditPage, type Audited } from './audit-page.ts';
import { briefPage } from './brief-page.ts';

const mostEntries = 200;

/** Views without a script, to read and to print: `/read/INC-1/brief` for engineers, `/read/INC-1/audit` for auditors. */
export function addViews(app: Hono, around: Surroundings): void {
  app.get('/read/:incident/brief', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) return context.redirect('/sign-in', 303);
    const stored = await storedContext(around, actor, around.now());
    context.header('Cache-Control', 'no-store');
    const brief = (await callStored(incidentBrief, { incident: context.req.param('incident') }, stored)) as Brief;
    return context.html(briefPage(brief));
  });
  app.get('/read/:incident/audit', async (context) => {
    const actor = await signedIn(context, around);
    if (actor === undefined) return context.redirect('/sign-in', 303);
    const stored = await storedContext(around, actor, around.now());
    context.header('Cache-Control', 'no-store');
    const incident = context.req.param('incident');
    const ask = (operation: AnyStored, input: object = {}) => callStored(operation, { incident, ...input }, stored);
    const items = async <Name extends keyof Audited>(operation: AnyStored, input: object = {}) =>
      ((await ask(operation, input)) as { items: Audited[Name] }).items;
    const brief = (await ask(incidentBrief)) as Brief;
    const publication = await ask(showPublication).catch((error: unknown) => {
      if (error instanceof HindcastError && error.code === 'publication.none') return undefined;
      throw error;
    });
    const audited: Audited = {
      key: brief.key,
      title: brief.title ?? 'Without a title',
      markdown: ((await ask(incidentDocument, { format: 'md' })) as { content: string }).content,
      signoffs: await items<'signoffs'>(listSignoffs),
      versions: await items<'versions'>(listVersions),
      announcements: await items<'announcements'>(listAnnouncements),
      publication: publication as Audited['publication'],
      history: await items<'history'>(incidentHistory, { limit: mostEntries }),
    };
    return context.html(auditPage(audited));
  });
}
