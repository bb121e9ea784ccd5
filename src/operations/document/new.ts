import { z } from 'zod';
import { writeWithTemplate } from '../../templates/index.ts';
import type { Operation } from '../operation.ts';
import { templateToWrite } from '../template/find.ts';

const Input = z.strictObject({ template: z.string().optional() });

export const newDocument: Operation<z.infer<typeof Input>, { template: string; source: string }> = {
  name: 'document.new',
  sentence: 'Write an empty document with its hints.',
  effect: 'read',
  input: Input,
  run: ({ template: name }, { templates, config }) => {
    const template = templateToWrite(name, config.template, templates);
    return { template: template.name, source: template.blank ?? writeWithTemplate({}, template) };
  },
};
