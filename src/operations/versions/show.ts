import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Head } from './list.ts';
import { loadVersion, type Version } from './load.ts';

/** The number of a version, as it stands in a path or query. */
export const VersionNumber = z.coerce.number().int().min(1).max(2_000_000_000);

const Input = z.strictObject({ incident: z.string(), number: VersionNumber });

const Output = Head.extend({
  content: z.looseObject({ template: z.string() }),
  markdown: z.string(),
}) as unknown as z.ZodType<Version>;

export const showVersion: StoredOperation<z.infer<typeof Input>, Version> = {
  name: 'version.show',
  sentence: 'Show one version of an incident: its content, its Markdown and its hash.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/versions/{number}' },
  run: async (context, { incident: reference, number }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    return loadVersion(context, incident.id, number);
  },
};
