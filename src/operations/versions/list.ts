import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadVersions } from './load.ts';

const Input = z.strictObject({ incident: z.string() });

/** What is said of a version without its content. */
export const Head = z.object({
  number: z.number().int(),
  status: z.string(),
  template: z.string(),
  sha256: z.string(),
  at: z.string(),
  by: z.string(),
});
const Output = z.object({ items: z.array(Head) });

export const listVersions: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'version.list',
  sentence:
    'List the versions of an incident, newest first: one for each step, each content that was signed, and what a restoring replaced.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/versions' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    return { items: await loadVersions(context, incident.id) };
  },
};
