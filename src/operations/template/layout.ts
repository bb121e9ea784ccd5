import { z } from 'zod';
import { type Layout, layoutOf } from '../../templates/index.ts';
import type { Operation } from '../operation.ts';
import { findTemplate } from './find.ts';

const Input = z.strictObject({ name: z.string() });

export const layOutTemplate: Operation<z.infer<typeof Input>, Layout> = {
  name: 'template.layout',
  sentence: 'Say what stands where in a document of a template: its headings, fields, tables and lists, in order.',
  effect: 'read',
  input: Input,
  run: ({ name }, { templates }) => layoutOf(findTemplate(name, templates)),
};
