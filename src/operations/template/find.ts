import type { Template } from '../../templates/index.ts';
import { HindcastError } from '../errors.ts';

const namesOf = (templates: Template[]): string =>
  [...new Set(templates.filter(({ kept }) => kept?.archived !== true).map(({ name }) => name))].join(', ');

/** The template of that name. Throws `template.unknown`, listing the names there are. */
export function findTemplate(name: string, templates: Template[]): Template {
  const found = templates.find((template) => template.name === name);
  if (found !== undefined) return found;
  throw new HindcastError('template.unknown', { name, known: namesOf(templates) });
}

/** The template to write in: the named one, else the config's default. Throws `template.unnamed` when neither is named. */
export function templateToWrite(
  name: string | undefined,
  fallback: string | undefined,
  templates: Template[],
): Template {
  const chosen = name ?? fallback;
  if (chosen !== undefined) return findTemplate(chosen, templates);
  throw new HindcastError('template.unnamed', { known: namesOf(templates) });
}
