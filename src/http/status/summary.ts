import type { StatusPage } from '../../operations/status/load.ts';
import type { StatusReport } from '../../operations/status/state.ts';
import { indicatorWords } from '../../operations/status/words.ts';

const pageId = 'hindcast';

/** An id of a component that stays as long as its name. */
const componentId = (name: string): string => encodeURIComponent(name.toLowerCase().replaceAll(' ', '-'));

const pageOf = ({ title, updatedAt }: StatusPage, origin: string) => ({
  id: pageId,
  name: title,
  url: `${origin}/status`,
  time_zone: 'Etc/UTC',
  updated_at: updatedAt,
});

const componentsOf = ({ components, updatedAt }: StatusPage) =>
  components.map(({ name, description, state }, index) => ({
    id: componentId(name),
    name,
    status: state,
    created_at: updatedAt,
    updated_at: updatedAt,
    position: index + 1,
    description: description ?? null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false,
  }));

const incidentOf = (report: StatusReport, origin: string) => ({
  id: report.id,
  name: report.title,
  status: report.status,
  created_at: report.createdAt,
  updated_at: report.updatedAt,
  monitoring_at: report.updates.find(({ status }) => status === 'monitoring')?.at ?? null,
  resolved_at: report.resolvedAt,
  impact: report.impact,
  shortlink: `${origin}/status/incidents/${report.id}`,
  started_at: report.createdAt,
  page_id: pageId,
  incident_updates: report.updates.map(({ id, status, text, at, components }) => ({
    id,
    status,
    body: text,
    incident_id: report.id,
    created_at: at,
    updated_at: at,
    display_at: at,
    affected_components: Object.entries(components).map(([name, state]) => ({
      code: componentId(name),
      name,
      new_status: state,
    })),
  })),
});

const statusOf = ({ indicator }: StatusPage) => ({ indicator, description: indicatorWords[indicator] });

/** What Statuspage's public interface (v2) answers, by the name of the file: programs that read that read this. */
export const jsonFiles: Record<string, (page: StatusPage, origin: string) => object> = {
  'summary.json': (page, origin) => ({
    page: pageOf(page, origin),
    components: componentsOf(page),
    incidents: page.open.map((report) => incidentOf(report, origin)),
    scheduled_maintenances: [],
    status: statusOf(page),
  }),
  'status.json': (page, origin) => ({ page: pageOf(page, origin), status: statusOf(page) }),
  'components.json': (page, origin) => ({ page: pageOf(page, origin), components: componentsOf(page) }),
  'incidents.json': (page, origin) => ({
    page: pageOf(page, origin),
    incidents: [...page.open, ...page.past].map((report) => incidentOf(report, origin)),
  }),
  'incidents/unresolved.json': (page, origin) => ({
    page: pageOf(page, origin),
    incidents: page.open.map((report) => incidentOf(report, origin)),
  }),
};
