import { z } from 'zod';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { learnTemplate as learn } from '../../templates/index.ts';
import type { Operation } from '../operation.ts';

const Input = z.strictObject({ source: z.string(), name: z.string() });

export const learnTemplate: Operation<z.infer<typeof Input>, ReturnType<typeof learn>> = {
  name: 'template.learn',
  sentence: 'Propose a template from any Markdown form with hints.',
  effect: 'read',
  input: Input,
  run: ({ source, name }) => learn(parseMarkdown(source), { name }),
};
