import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { currentContent } from '../versions/content.ts';
import { loadVersion } from '../versions/load.ts';
import { loadPublication } from './load.ts';

const Input = z.strictObject({ incident: z.string() });
const Output = z.object({
  slug: z.string(),
  url: z.string(),
  version: z.number().int(),
  sha256: z.string(),
  at: z.string(),
  by: z.string(),
  withdrawnAt: z.string().nullable(),
  /** How it was wished, and what was decided about its leak report: what the next version begins with. */
  wishes: z.record(z.string(), z.unknown()),
  /** The incident was changed since; the page shows it as it was. */
  outdated: z.boolean(),
});

export const showPublication: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'publication.show',
  sentence: 'Say where an incident is published, in which version, and whether it was changed since.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/publication' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const publication = await loadPublication(context, incident.id);
    const { sha256 } = await loadVersion(context, incident.id, publication.version);
    const current = await currentContent(context, incident);
    return { ...publication, outdated: current.sha256 !== sha256 };
  },
};
