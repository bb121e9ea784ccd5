import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { statusPage } from './load.ts';

const Input = z.strictObject({ incident: z.string(), reason: z.string().trim().min(1).max(2000) });
const Output = z.object({ withdrawn: z.literal(true) });

export const withdrawStatus: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'status.withdraw',
  sentence: 'Take an incident off the status page, saying why; what its subscribers were sent stays sent.',
  permission: 'incident.approve',
  effect: 'destructive',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/status/withdraw' },
  run: (context, { incident: reference, reason }) =>
    retried(async () => {
      const incident = await loadIncident(context, reference, 'incident.approve');
      const shown = await context.database.kysely
        .selectFrom('status_report')
        .select('id')
        .where('incident_id', '=', incident.id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (shown === undefined) throw new HindcastError('status.none');
      const result = await save(context, {
        operation: 'status.withdraw',
        incidentId: incident.id,
        subject: `status/${shown.id}`,
        payload: { reason },
        changes: [
          {
            statement: sql`update status_report set removed_at = ${context.now}::timestamptz
              where id = ${shown.id}::uuid and removed_at is null`,
          },
          // What was taken away does not come back with the next update.
          { rows: 'any', statement: sql`delete from status_update where report_id = ${shown.id}::uuid` },
        ],
        result: { withdrawn: true as const },
      });
      statusPage.forget(context.database);
      return result;
    }),
};
