import { compileTemplate, type Template } from '../../templates/index.ts';
import type { Database } from '../../store/database.ts';
import { remembered } from '../remembered.ts';

/** Compiled templates by their source: what was read again a second later is not compiled again. */
const compiled = new WeakMap<Database, Map<string, Template>>();

/** The team's own templates as a server keeps them, archived ones too, each with its version. */
export const keptTemplates = remembered(async (database: Database): Promise<Template[]> => {
  const rows = await database.kysely.selectFrom('template').selectAll().orderBy('name').execute();
  const before = compiled.get(database);
  const now = new Map<string, Template>();
  const templates = rows.flatMap(({ source, version, archived_at: archivedAt }) => {
    const template = before?.get(source) ?? compiledOrNot(source);
    if (template === undefined) return [];
    now.set(source, template);
    const kept = { version, archived: archivedAt !== null };
    return [Object.defineProperties({ kept } as Template, Object.getOwnPropertyDescriptors(template))];
  });
  compiled.set(database, now);
  return templates;
});

/** What no longer compiles under this version of Hindcast must not stop every request: it is as if it were not there. */
function compiledOrNot(source: string): Template | undefined {
  try {
    return compileTemplate(source);
  } catch {
    return undefined;
  }
}

/**
 * All templates of a server: the team's own, `others` whose names are not taken by one of them, and at the end archived ones, which
 * incidents may still be written in.
 */
export async function serverTemplates(database: Database, others: readonly Template[]): Promise<Template[]> {
  const kept = await keptTemplates.of(database);
  const offered = kept.filter((template) => template.kept?.archived !== true);
  const names = new Set(offered.map(({ name }) => name));
  const rest = others.filter(({ name }) => !names.has(name));
  const taken = new Set([...offered, ...rest].map(({ name }) => name));
  return [...offered, ...rest, ...kept.filter(({ kept: own, name }) => own?.archived === true && !taken.has(name))];
}
