import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { findTemplate } from './find.ts';

const Input = z.strictObject({ name: z.string() });

export const showTemplate: Operation<
  z.infer<typeof Input>,
  { name: string; source: string; version?: number; archived?: boolean }
> = {
  name: 'template.show',
  sentence: 'Print the source of a template.',
  effect: 'read',
  input: Input,
  run: ({ name }, { templates }) => {
    const { source, kept } = findTemplate(name, templates);
    return { name, source, ...kept };
  },
};
