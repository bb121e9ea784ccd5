import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { readSettings } from '../settings/read-settings.ts';
import { componentStates, impacts, reportStatuses } from '../status/words.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { stages } from './stages.ts';

const Input = z.strictObject({ incident: z.string() });
const Output = z.object({
  /** From the newest. */
  items: z.array(
    z.object({
      id: z.string(),
      stage: z.enum(stages),
      channel: z.string(),
      audience: z.string(),
      subject: z.string(),
      text: z.string(),
      receivers: z.number().int().nullable(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  /** Which ways there are. */
  lists: z.array(z.object({ name: z.string(), count: z.number().int() })),
  statusOn: z.boolean(),
  components: z.array(z.string()),
  /** What the status page says of this incident now. */
  report: z
    .object({
      url: z.string(),
      status: z.enum(reportStatuses),
      impact: z.enum(impacts),
      components: z.record(z.string(), z.enum(componentStates)),
    })
    .nullable(),
});
export type Announcements = z.infer<typeof Output>;

/** Announcements that are listed: more would be a book. */
const most = 500;

export const listAnnouncements: StoredOperation<z.infer<typeof Input>, Announcements> = {
  name: 'announcement.list',
  sentence: 'List what was told about an incident, to whom and by which way, and the ways there are.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/announcements' },
  run: async (context, input) => {
    const { database, origin } = context;
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const [rows, report, settings] = await Promise.all([
      database.kysely
        .selectFrom('announcement')
        .select(['id', 'stage', 'channel', 'audience', 'subject', 'text', 'receivers', 'at', 'by'])
        .where('incident_id', '=', incident.id)
        .orderBy('number', 'desc')
        .limit(most)
        .execute(),
      database.kysely
        .selectFrom('status_report')
        .select(['id', 'status', 'impact', 'components'])
        .where('incident_id', '=', incident.id)
        .where('removed_at', 'is', null)
        .executeTakeFirst(),
      readSettings(database),
    ]);
    const shown = report && { ...report, url: `${origin}/status/incidents/${report.id}` };
    return Output.parse({
      items: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      lists: settings['announcements.lists'].map(({ name, addresses }) => ({ name, count: addresses.length })),
      statusOn: settings['status.on'],
      components: settings['status.components'].map(({ name }) => name),
      report: shown ?? null,
    });
  },
};
