import { z } from 'zod';
import { patchDocument as splice, PatchError, type Template } from '../../templates/index.ts';
import { HindcastError } from '../errors.ts';
import type { Context, Operation } from '../operation.ts';
import { findTemplate } from '../template/find.ts';
import { readIn } from './reading-input.ts';

/** Text, a tick, a whole entry of a collection, or null to remove what is there. */
const Value = z.union([z.string(), z.boolean(), z.null(), z.record(z.string(), z.unknown())]);

const Input = z.strictObject({
  source: z.string(),
  file: z.string(),
  template: z.string().optional(),
  /** Values by record path: `actions[0].owner`. Set in order. */
  set: z.array(z.strictObject({ path: z.string().min(1), value: Value })).min(1),
});
type Input = z.infer<typeof Input>;

function templateOf({ set: _set, ...reading }: Input, context: Context): Template {
  const name = reading.template ?? readIn(context, reading).template.name;
  if (name === null) throw new HindcastError('template.none', { file: reading.file });
  return findTemplate(name, context.templates);
}

export const patchDocument: Operation<Input, { source: string; template: string }> = {
  name: 'document.patch',
  sentence: 'Change single values and nothing else; refuses what it cannot do safely.',
  effect: 'write',
  input: Input,
  run: (input, context) => {
    const template = templateOf(input, context);
    let source = input.source;
    for (const { path, value } of input.set) {
      try {
        source = splice(source, template, path, value ?? undefined);
      } catch (error) {
        if (!(error instanceof PatchError)) throw error;
        throw new HindcastError('patch.refused', { path, reason: error.reason, advice: error.remedy });
      }
    }
    return { source, template: template.name };
  },
};
