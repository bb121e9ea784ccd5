import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { findTemplate } from './find.ts';

const Input = z.strictObject({ name: z.string() });

export const showTemplate: Operation<z.infer<typeof Input>, { name: string; source: string }> = {
  name: 'template.show',
  sentence: 'Print the source of a template.',
  effect: 'read',
  input: Input,
  run: ({ name }, { templates }) => ({ name, source: findTemplate(name, templates).source }),
};
