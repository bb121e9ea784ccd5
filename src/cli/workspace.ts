import { statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../operations/config.ts';
import { HindcastError } from '../operations/errors.ts';
import type { Context } from '../operations/operation.ts';
import { builtinTemplates, type Template } from '../templates/index.ts';
import type { Arguments } from './command.ts';
import { configFinder, type PlacedConfig } from './config-file.ts';
import type { Io } from './io.ts';
import { placeName } from './read-input.ts';
import { loadTemplate, teamTemplates } from './team-templates.ts';

/** What surrounds one document: the operation's context, and its path from the config's folder. */
export type Surroundings = { context: Context; file: string };

/** The template of `--template` when it looks like a file, loaded ahead of the others. */
function namedFile(name: string | undefined): Template | undefined {
  if (name === undefined || !/[\\/]|\.\w{1,10}$/.test(name)) return undefined;
  if (statSync(name, { throwIfNoEntry: false })?.isFile() === true) return loadTemplate(name);
  if (/[\\/]|\.md$/.test(name)) throw new HindcastError('input.not-found', { file: name });
  return undefined;
}

/**
 * Prepares the context of each document: its config, its team's templates, the clock.
 * Templates are compiled once per config.
 */
export function workspace(args: Arguments, io: Pick<Io, 'now'>): (document: string) => Surroundings {
  const findConfig = configFinder(args.text('config'));
  const own = namedFile(args.text('template'));
  const compiled = new Map<Config, Template[]>();
  const now = io.now();
  const templatesOf = ({ config, folder }: PlacedConfig): Template[] => {
    const known = compiled.get(config);
    if (known !== undefined) return known;
    const first = own === undefined ? [] : [own];
    const templates = [...first, ...teamTemplates(config.templates, folder), ...builtinTemplates()];
    compiled.set(config, templates);
    return templates;
  };
  return (document) => {
    const placed = findConfig(document);
    const inFolder = path.relative(placed.folder, path.resolve(document)).split(path.sep).join('/');
    const file = document === '-' ? placeName(document) : inFolder;
    return { context: { now, config: placed.config, templates: templatesOf(placed) }, file };
  };
}

/** Name of the template to use: `--template` (a file counts by the name inside it), else none. */
export function templateName(args: Arguments): string | undefined {
  const named = args.text('template');
  return namedFile(named)?.name ?? named;
}
