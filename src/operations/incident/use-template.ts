import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { findTemplate } from '../template/find.ts';
import { loadIncident } from './load.ts';

const Input = z.strictObject({ incident: z.string(), template: z.string().max(100) });
type Input = z.infer<typeof Input>;

const Output = z.object({
  template: z.string(),
  /** The template it had. */
  before: z.string(),
});

async function useOnce(context: StoredContext, { incident: reference, template: name }: Input) {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const { kept } = findTemplate(name, context.templates);
  const before = incident.template;
  if (before === name) return { template: name, before };
  if (kept?.archived === true) throw new HindcastError('template.archived', { name });
  return save(context, {
    operation: 'incident.use-template',
    incidentId: incident.id,
    subject: 'template',
    payload: { template: { from: before, to: name } },
    changes: [rewriteIncident(incident, name)],
    result: { template: name, before },
  });
}

export const useTemplate: StoredOperation<Input, z.infer<typeof Output>> = {
  name: 'incident.use-template',
  sentence:
    'Write an incident in another template. Its record stays as it is; what the template has no place for is kept beside it.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'PUT', path: '/incidents/{incident}/template' },
  run: (context, input) => retried(() => useOnce(context, input)),
};
