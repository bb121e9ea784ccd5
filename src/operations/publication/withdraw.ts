import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadPublication } from './load.ts';

const Input = z.strictObject({ incident: z.string(), reason: z.string().trim().min(1).max(2000) });
const Output = z.object({ slug: z.string(), withdrawnAt: z.string() });

export const withdrawPublication: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'publication.withdraw',
  sentence: 'Take the public page of an incident away, saying why; the incident itself stays.',
  permission: 'incident.approve',
  effect: 'destructive',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/publication/withdraw' },
  run: (context, { incident: reference, reason }) =>
    retried(async () => {
      const incident = await loadIncident(context, reference, 'incident.approve');
      const { slug, withdrawnAt } = await loadPublication(context, incident.id);
      if (withdrawnAt !== null) throw new HindcastError('publication.none');
      return save(context, {
        operation: 'publication.withdraw',
        incidentId: incident.id,
        subject: `publication/${slug}`,
        payload: { slug, reason },
        changes: [
          {
            statement: sql`update publication set withdrawn_at = ${context.now}::timestamptz
              where incident_id = ${incident.id}::uuid and withdrawn_at is null`,
          },
          {
            statement: sql`update incident set version = version + 1,
              status = case when status = 'published' then 'approved' else status end,
              visibility = case when visibility = 'published' then 'internal' else visibility end
              where id = ${incident.id}::uuid and version = ${incident.version}`,
          },
        ],
        result: { slug, withdrawnAt: context.now },
      });
    }),
};
