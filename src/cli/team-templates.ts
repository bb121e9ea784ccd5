import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { HindcastError, reasonOf } from '../operations/errors.ts';
import { compileTemplate, type Template, TemplateError } from '../templates/index.ts';

const blankEnding = '.blank.md';

function filesOf(place: string): string[] {
  if (!existsSync(place)) throw new HindcastError('input.not-found', { file: place });
  if (!statSync(place).isDirectory()) return [place];
  const isTemplate = (name: string) => name.endsWith('.md') && !name.endsWith(blankEnding);
  return readdirSync(place)
    .filter(isTemplate)
    .toSorted()
    .map((name) => path.join(place, name));
}

/**
 * Compiles a template file. A file `NAME.blank.md` beside `NAME.md` is its blank form.
 * @throws HindcastError `template.invalid`, naming the line
 */
export function loadTemplate(file: string): Template {
  const blankFile = file.replace(/\.md$/, blankEnding);
  const hasBlank = blankFile !== file && existsSync(blankFile);
  try {
    const source = readFileSync(file, 'utf8');
    return hasBlank ? compileTemplate(source, readFileSync(blankFile, 'utf8')) : compileTemplate(source);
  } catch (error) {
    if (error instanceof TemplateError) {
      const { line, what, remedy } = error;
      throw new HindcastError('template.invalid', { file, line: String(line), reason: what, advice: remedy });
    }
    throw new HindcastError('input.unreadable', { file, reason: reasonOf(error) });
  }
}

/** The templates a config names, from its folder. */
export const teamTemplates = (places: string[], folder: string): Template[] =>
  places.flatMap((place) => filesOf(path.resolve(folder, place))).map(loadTemplate);
