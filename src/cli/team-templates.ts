import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { HindcastError, reasonOf } from '../operations/errors.ts';
import { compileTemplate, type Template, TemplateError } from '../templates/index.ts';

const blankEnding = '.blank.md';

function filesOf(place: string): string[] {
  if (!existsSync(place)) throw new HindcastError('config.no-template', { place });
  if (!statSync(place).isDirectory()) return [place];
  const isTemplate = (name: string) => name.endsWith('.md') && !name.endsWith(blankEnding);
  return readdirSync(place)
    .filter(isTemplate)
    .toSorted()
    .map((name) => path.join(place, name));
}

/** Where the blank form of a template file would lie. */
export const blankOf = (file: string): string => file.replace(/(?:\.\w{1,10})?$/, blankEnding);

/**
 * Compiles a template file. A file `NAME.blank.md` beside `NAME.md` is its blank form.
 * @throws HindcastError `template.invalid`, naming the line
 */
export function loadTemplate(file: string): Template {
  const blankFile = blankOf(file);
  const hasBlank = existsSync(blankFile);
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

const isInside = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

/** Whoever sends a document may send its `hindcast.yaml` too: that must not have other files read, nor by a link. */
function refuseOutside(place: string, folder: string): void {
  const inside = isInside(folder, place) && (!existsSync(place) || isInside(realpathSync(folder), realpathSync(place)));
  if (!inside) throw new HindcastError('config.outside', { place, folder });
}

/**
 * The templates a config names, from its folder.
 * @throws HindcastError `config.outside` for a file outside of that folder, `config.no-template`, `template.invalid`
 */
export function teamTemplates(places: string[], folder: string): Template[] {
  const inFolder = (place: string) => {
    refuseOutside(place, folder);
    return place;
  };
  return places
    .flatMap((place) => filesOf(inFolder(path.resolve(folder, place))))
    .map((file) => {
      refuseOutside(blankOf(file), folder);
      return loadTemplate(inFolder(file));
    });
}
