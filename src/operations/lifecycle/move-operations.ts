import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { AnyStored, StoredContext, StoredOperation } from '../stored-operation.ts';
import { insertVersion } from '../versions/make.ts';
import { paperOf } from '../versions/paper.ts';
import { contentIs, contentMark } from './content-mark.ts';
import { keepLateEdit } from './keep-late-edit.ts';
import { requireStep } from './require-step.ts';
import type { Step } from './steps.ts';
import { tellStep } from './tell-step.ts';

const Reason = z.string().trim().min(1).max(2000);
const Moved = z.object({ status: z.string(), version: z.number().int(), sha256: z.string() });
type Moved = z.infer<typeof Moved>;

/** One try: a version keeps the content that the step looked at. */
async function moveOnce(context: StoredContext, reference: string, step: Step, reason?: string): Promise<Moved> {
  const incident = await loadIncident(context, reference, step.permission);
  // An approval is of this very content. What another step's version does not have yet, the edit after it brings.
  const same = step.gate === 'signatures' ? contentIs(incident.id, await contentMark(context, incident.id)) : sql`true`;
  const state = await requireStep(context, incident, step);
  const number = (state.versions[0]?.number ?? 0) + 1;
  const version = { number, status: step.to, markdown: paperOf(context, incident, state) };
  const { sha256 } = state.current;
  const told = await tellStep(context, incident, { state, step, version: number });
  return save(context, {
    operation: step.operation,
    incidentId: incident.id,
    subject: `version/${number}`,
    payload: { from: state.status, to: step.to, version: number, sha256, reason: reason ?? null },
    changes: [
      {
        statement: sql`update incident set status = ${step.to}, version = version + 1
          where id = ${incident.id}::uuid and version = ${incident.version} and ${same}`,
      },
      insertVersion(context, incident, state.current, version),
      ...told,
    ],
    result: { status: step.to, version: number, sha256 },
  });
}

/** The operation of one step: it moves the incident on and keeps a version of what it was then. */
export function moveOperation(step: Step): AnyStored {
  const Input = z.strictObject({ incident: z.string(), reason: step.reason ? Reason : Reason.optional() });
  const verb = step.operation.split('.')[1] ?? '';
  const move: StoredOperation<z.infer<typeof Input>, Moved> = {
    name: step.operation,
    sentence: step.sentence,
    permission: step.permission,
    effect: 'write',
    settled: true,
    input: Input,
    output: Moved,
    route: { method: 'POST', path: `/incidents/{incident}/${verb}` },
    run: async (context, { incident: reference, reason }) => {
      const moved = await retried(() => moveOnce(context, reference, step, reason));
      return step.to === 'archived' ? keepLateEdit(context, reference, moved) : moved;
    },
  };
  return move;
}
