import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import type { Message } from '../announcement/message.ts';
import { HindcastError } from '../errors.ts';
import { enqueueNotices, type NewNotice, type Outside } from '../notice/enqueue.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type ComponentState, type ReportImpact, type ReportStatus, statusWords } from './words.ts';

/** What the status page is to say of an incident. */
export type ReportWish = { status: ReportStatus; impact: ReportImpact; components: Record<string, ComponentState> };

type Report = { path: string; receivers: number; changes: Change[] };

async function subscribers({ database, origin }: StoredContext): Promise<Outside[]> {
  const rows = await database.kysely
    .selectFrom('subscription')
    .select(['id', 'way', 'address', 'secret'])
    .where('confirmed_at', 'is not', null)
    .execute();
  return rows.map(({ id, way, address, secret }) =>
    way === 'email'
      ? { name: id, email: address, unsubscribe: `${origin}/status/unsubscribe/${id}` }
      : { name: id, url: address, secret: secret ?? '' },
  );
}

/** The title of what is told, without the word that says how far it is. */
const titleOf = (subject: string): string =>
  subject.replace(/^(?:investigating|identified|monitoring|update|resolved): /i, '');

/**
 * What puts an update on the status page and tells its subscribers; undefined where none is wished for.
 * @throws HindcastError `status.off`, `status.component`
 */
export async function reportChanges(
  context: StoredContext,
  incidentId: string,
  { subject, text }: Message,
  wish: ReportWish | undefined,
): Promise<Report | undefined> {
  if (wish === undefined) return undefined;
  const { status, impact, components } = wish;
  const settings = await readSettings(context.database);
  if (!settings['status.on']) throw new HindcastError('status.off');
  const names = new Set(settings['status.components'].map(({ name }) => name));
  const unknown = Object.keys(components).find((name) => !names.has(name));
  if (unknown !== undefined) throw new HindcastError('status.component', { name: unknown });
  const old = await context.database.kysely
    .selectFrom('status_report')
    .select('id')
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  const [id, updateId] = [old?.id ?? context.newId(), context.newId()];
  const [json, at, title] = [JSON.stringify(components), context.now, titleOf(subject)];
  const resolvedAt = status === 'resolved' ? at : null;
  const path = `/status/incidents/${id}`;
  const outside = await subscribers(context);
  const affected = Object.entries(components).map(([name, state]) => `${name}: ${statusWords[state]}`);
  const notice: NewNotice = {
    key: `status:${updateId}`,
    kind: 'status.update',
    values: {
      page: settings['status.title'],
      title,
      status: statusWords[status],
      text,
      path,
      components: affected.join(', '),
    },
    outside,
  };
  const changes: Change[] = [
    {
      // Another first update may have made the report meanwhile, by another id: then no row changes, and it is tried again.
      statement: sql`insert into status_report (id, incident_id, title, impact, status, components, created_at, updated_at, resolved_at)
        values (${id}::uuid, ${incidentId}::uuid, ${title}, ${impact}, ${status}, ${json}::jsonb, ${at}::timestamptz, ${at}::timestamptz, ${resolvedAt}::timestamptz)
        on conflict (incident_id) do update set title = excluded.title, impact = excluded.impact, status = excluded.status,
          components = case when status_report.removed_at is null then status_report.components else '{}' end || excluded.components,
          updated_at = excluded.updated_at, resolved_at = excluded.resolved_at, removed_at = null
          where status_report.id = ${id}::uuid`,
    },
    {
      statement: sql`insert into status_update (id, report_id, status, text, components, at, by)
        values (${updateId}::uuid, ${id}::uuid, ${status}, ${text}, ${json}::jsonb, ${at}::timestamptz, ${actorName(context.actor)})`,
    },
    ...(outside.length === 0 ? [] : [enqueueNotices(context, [notice])]),
  ];
  return { path, receivers: outside.length, changes };
}
