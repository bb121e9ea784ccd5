import { z } from 'zod';
import type { Template } from '../../templates/index.ts';
import type { Operation } from '../operation.ts';

/** What a list of templates says of one. */
export type TemplateSummary = { name: string; fields: number; figures: string[]; signoff: string[] };

const summarise = (template: Template): TemplateSummary => ({
  name: template.name,
  fields: template.fields.length,
  figures: Object.keys(template.policy.figures),
  signoff: template.policy.signoff,
});

export const listTemplates: Operation<Record<string, never>, TemplateSummary[]> = {
  name: 'template.list',
  sentence: 'List the templates there are.',
  effect: 'read',
  input: z.strictObject({}),
  run: (_input, { templates }) => templates.map(summarise),
};
