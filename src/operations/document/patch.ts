import { z } from 'zod';
import { patchDocument as splice, type Template } from '../../templates/index.ts';
import { HindcastError, reasonOf } from '../errors.ts';
import type { Context, Operation } from '../operation.ts';
import { findTemplate } from '../template/find.ts';
import { readIn } from './reading-input.ts';

const Input = z.strictObject({
  source: z.string(),
  file: z.string(),
  template: z.string().optional(),
  /** Values by record path: `actions[0].owner`. Set in order. */
  set: z.array(z.strictObject({ path: z.string().min(1), value: z.string() })).min(1),
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
        source = splice(source, template, path, value);
      } catch (error) {
        throw new HindcastError('patch.refused', { path, reason: reasonOf(error) });
      }
    }
    return { source, template: template.name };
  },
};
