import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { requireMeeting } from './load.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** A point of the agenda, as `meeting.show` names it. */
  item: z.string().min(1).max(300),
  /** Dealt with, or not any more. */
  ticked: z.boolean(),
});

const Ticked = z.object({ item: z.string(), ticked: z.boolean() });

export const tickAgenda: StoredOperation<z.infer<typeof Input>, z.infer<typeof Ticked>> = {
  name: 'meeting.tick',
  sentence: 'Tick a point of the agenda that was dealt with, or take its tick back.',
  permission: 'meeting.hold',
  effect: 'write',
  input: Input,
  output: Ticked,
  route: { method: 'POST', path: '/incidents/{incident}/meeting/tick' },
  run: async (context, { incident: reference, item, ticked }) => {
    const incident = await loadIncident(context, reference, 'meeting.hold');
    return retried(async () => {
      const meeting = await requireMeeting(context, incident.id);
      if (meeting.ticked.includes(item) === ticked) return { item, ticked };
      const next = ticked ? sql`array_append(ticked, ${item})` : sql`array_remove(ticked, ${item})`;
      const statement = sql`update meeting set ticked = ${next}
        where incident_id = ${incident.id}::uuid and cancelled_at is null and (${item} = any(ticked)) <> ${ticked}`;
      return save(context, {
        operation: 'meeting.tick',
        incidentId: incident.id,
        subject: 'meeting',
        payload: { item, ticked },
        changes: [{ statement }],
        result: { item, ticked },
      });
    });
  },
};
