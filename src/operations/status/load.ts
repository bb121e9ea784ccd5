import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { remembered } from '../remembered.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type Component, indicatorOf, statesOf, type StatusReport, type StatusUpdate } from './state.ts';
import type { ReportImpact, ReportStatus } from './words.ts';

/** Everything the status page shows. */
export type StatusPage = {
  title: string;
  intro: string;
  indicator: ReportImpact;
  components: ReturnType<typeof statesOf>;
  /** From the newest. */
  open: StatusReport[];
  past: StatusReport[];
  updatedAt: string;
};

/** Reports that the page and its feed hold; older ones keep their own page. */
const mostReports = 100;

type Row = {
  id: string;
  title: string;
  impact: ReportImpact;
  status: ReportStatus;
  components: StatusReport['components'];
  created_at: Date;
  updated_at: Date;
  resolved_at: Date | null;
  updates: StatusUpdate[];
  slug: string | null;
};

const reportColumns = sql`r.id, r.title, r.impact, r.status, r.components, r.created_at, r.updated_at, r.resolved_at,
  (select coalesce(json_agg(json_build_object('id', u.id, 'status', u.status, 'text', u.text, 'components', u.components,
      'at', to_char(u.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by u.number desc), '[]')
    from status_update u where u.report_id = r.id) as updates,
  (select p.slug from publication p where p.incident_id = r.incident_id and p.withdrawn_at is null) as slug`;

const reportOf = (row: Row): StatusReport => ({
  id: row.id,
  title: row.title,
  impact: row.impact,
  status: row.status,
  components: row.components,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  updates: row.updates,
  document: row.slug === null ? null : `/public/${row.slug}`,
});

async function load(database: Database): Promise<StatusPage | undefined> {
  const settings = await readSettings(database);
  if (!settings['status.on']) return undefined;
  const { rows } = await sql<Row>`select ${reportColumns} from status_report r where r.removed_at is null
    order by (r.resolved_at is null) desc, r.created_at desc limit ${mostReports}`.execute(database.kysely);
  const reports = rows.map(reportOf);
  const open = reports.filter(({ resolvedAt }) => resolvedAt === null);
  const components = statesOf(settings['status.components'] as Component[], open);
  return {
    title: settings['status.title'],
    intro: settings['status.intro'],
    indicator: indicatorOf(open, components),
    components,
    open,
    past: reports.filter(({ resolvedAt }) => resolvedAt !== null),
    updatedAt:
      reports
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? '1970-01-01T00:00:00.000Z',
  };
}

/** The status page, read at most once a second however many ask; undefined as long as owners have not turned it on. */
export const statusPage = remembered(load);

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A report by its id, also one too old for the page; undefined when there is none that is shown. */
export async function loadReport(database: Database, id: string): Promise<StatusReport | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<Row>`select ${reportColumns} from status_report r
    where r.id = ${id}::uuid and r.removed_at is null`.execute(database.kysely);
  return rows[0] && reportOf(rows[0]);
}
