import { z } from 'zod';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { chooseTemplate, patchDocument as splice, type Template } from '../../templates/index.ts';
import { HindcastError, reasonOf } from '../errors.ts';
import type { Context, Operation } from '../operation.ts';
import { findTemplate } from '../template/find.ts';

const Input = z.strictObject({
  source: z.string(),
  file: z.string(),
  template: z.string().optional(),
  /** Values by record path: `actions[0].owner`. Set in order. */
  set: z.array(z.strictObject({ path: z.string().min(1), value: z.string() })).min(1),
});
type Input = z.infer<typeof Input>;

function templateOf({ source, file, template }: Input, { templates }: Context): Template {
  if (template !== undefined) return findTemplate(template, templates);
  const chosen = chooseTemplate(parseMarkdown(source), templates).template;
  if (chosen === null) throw new HindcastError('template.none', { file });
  return chosen;
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
