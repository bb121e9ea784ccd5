import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { currentContent } from './content.ts';
import { keepPresent } from './keep-present.ts';

const Input = z.strictObject({ incident: z.string() });

const Kept = z.object({
  number: z.number().int(),
  sha256: z.string(),
  /** False when that version was there already and says the same. */
  fresh: z.boolean(),
});
export type Kept = z.infer<typeof Kept>;

async function keepOnce(context: StoredContext, reference: string): Promise<Kept> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const present = await currentContent(context, incident);
  const { sha256 } = present;
  const { kept: number, changes } = await keepPresent(context, incident, present);
  if (changes.length === 0) return { number, sha256, fresh: false };
  return save(context, {
    operation: 'version.keep',
    incidentId: incident.id,
    subject: 'document',
    payload: { version: number, sha256 },
    changes,
    result: { number, sha256, fresh: true },
  });
}

export const keepVersion: StoredOperation<z.infer<typeof Input>, Kept> = {
  name: 'version.keep',
  sentence: 'Keep what an incident says now as a version, to be compared with and restored later.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Kept,
  settled: true,
  route: { method: 'POST', path: '/incidents/{incident}/versions' },
  run: (context, { incident }) => retried(() => keepOnce(context, incident)),
};
