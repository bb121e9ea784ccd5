import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { AnyStored, StoredOperation } from '../stored-operation.ts';
import { insertVersion } from '../versions/make.ts';
import { paperOf } from '../versions/paper.ts';
import { requireStep } from './require-step.ts';
import type { Step } from './steps.ts';

const Reason = z.string().trim().min(1).max(2000);
const Moved = z.object({ status: z.string(), version: z.number().int(), sha256: z.string() });

/** The operation of one step: it moves the incident on and keeps a version of what it was then. */
export function moveOperation(step: Step): AnyStored {
  const Input = z.strictObject({ incident: z.string(), reason: step.reason ? Reason : Reason.optional() });
  const verb = step.operation.split('.')[1] ?? '';
  const move: StoredOperation<z.infer<typeof Input>, z.infer<typeof Moved>> = {
    name: step.operation,
    sentence: step.sentence,
    permission: step.permission,
    effect: 'write',
    input: Input,
    output: Moved,
    route: { method: 'POST', path: `/incidents/{incident}/${verb}` },
    run: (context, { incident: reference, reason }) =>
      retried(async () => {
        const incident = await loadIncident(context, reference, step.permission);
        const state = await requireStep(context, incident, step);
        const number = (state.versions[0]?.number ?? 0) + 1;
        const version = { number, status: step.to, markdown: paperOf(context, incident, state) };
        const { sha256 } = state.current;
        return save(context, {
          operation: step.operation,
          incidentId: incident.id,
          subject: `version/${number}`,
          payload: { from: state.status, to: step.to, version: number, sha256, reason: reason ?? null },
          changes: [
            {
              statement: sql`update incident set status = ${step.to}, version = version + 1
                where id = ${incident.id}::uuid and version = ${incident.version}`,
            },
            insertVersion(context, incident, state.current, version),
          ],
          result: { status: step.to, version: number, sha256 },
        });
      }),
  };
  return move;
}
