import { z } from 'zod';
import type { Template } from '../../templates/index.ts';
import type { Operation } from '../operation.ts';

/** What a list of templates says of one. */
export type TemplateSummary = {
  name: string;
  title: string;
  sentence: string;
  fields: number;
  signoff: string[];
  /** Of a team's own on a server: what a change of it has to name. */
  version?: number;
};

const summarise = (template: Template): TemplateSummary => ({
  name: template.name,
  title: template.title,
  sentence: template.sentence,
  fields: template.paths.size,
  signoff: template.policy.signoff,
  ...(template.kept === undefined ? {} : { version: template.kept.version }),
});

export const listTemplates: Operation<Record<string, never>, TemplateSummary[]> = {
  name: 'template.list',
  sentence: 'List the templates there are.',
  effect: 'read',
  input: z.strictObject({}),
  run: (_input, { templates }) => templates.filter(({ kept }) => kept?.archived !== true).map(summarise),
};
