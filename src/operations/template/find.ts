import type { Template } from '../../templates/index.ts';
import { HindcastError } from '../errors.ts';

/** The template of that name. Throws `template.unknown`, listing the names there are. */
export function findTemplate(name: string, templates: Template[]): Template {
  const found = templates.find((template) => template.name === name);
  if (found !== undefined) return found;
  const known = [...new Set(templates.map((template) => template.name))].join(', ');
  throw new HindcastError('template.unknown', { name, known });
}

/** The template to write in: the named one, else the config's default. Throws `usage` when neither is named. */
export function templateToWrite(
  name: string | undefined,
  fallback: string | undefined,
  templates: Template[],
): Template {
  const chosen = name ?? fallback;
  if (chosen !== undefined) return findTemplate(chosen, templates);
  const known = [...new Set(templates.map((template) => template.name))].join(', ');
  throw new HindcastError('usage', { reason: `name a template with --template: ${known}`, command: 'templates' });
}
