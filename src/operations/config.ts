import { z } from 'zod';
import { codes } from '../findings/index.ts';
import { Taxonomy } from '../search/index.ts';
import { Mapping } from '../sources/mapping/index.ts';
import { loadedSources } from './source/loaded.ts';
import { HindcastError } from './errors.ts';
import { readYaml } from './read-yaml.ts';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** A mistyped code would silence nothing without a word. */
const code = z
  .string()
  .refine(
    (word) => codes.some((known) => known.code === word),
    'a finding code such as zone.unstated: see `hindcast explain`',
  );
const objective = z.number().gt(0, 'a percentage such as 99.9').lt(100, 'a percentage such as 99.9');
const windows = z.enum(['28d', '30d', '31d', 'calendar-month']);

/** What a team decides for its documents: the whole of `hindcast.yaml`. */
export const Config = z.strictObject({
  /** Findings not to report, each with its reason; `file` is a glob from the config's folder. */
  silence: z.array(z.strictObject({ code, file: z.string().optional(), reason: z.string().min(1) })).default([]),
  /** Template files, or folders of them, from the config's folder. */
  templates: z.array(z.string().min(1)).default([]),
  /** Name of the template to take when none is named. */
  template: z.string().min(1).optional(),
  /** Objective in percent and its window, for documents whose template states none. */
  slo: z.strictObject({ objective, window: windows.default('30d') }).optional(),
  /** Sources that a person described: see docs/sources/mapping.md. */
  sources: z
    .array(
      Mapping.refine(
        ({ name }) => !loadedSources().sources.some((own) => own.name === name),
        'a name that no built-in source has',
      ),
    )
    .max(100)
    .refine(
      (list) => new Set(list.map(({ name }) => name)).size === list.length,
      'a list in which each name stands once',
    )
    .default([]),
  /** The organisation's words for causes and services, and words that say the same: see docs/search.md. */
  taxonomy: Taxonomy.optional(),
  /** Zone of times that state none: UTC, Europe/Paris, +01:00. */
  zone: z.string().refine(isZone, 'a time zone such as UTC, Europe/Paris or +01:00').optional(),
});
export type Config = z.infer<typeof Config>;

/** The config of a team that has none. */
export const defaultConfig: Config = Config.parse({});

/**
 * Reads the text of a `hindcast.yaml`.
 * @param file its name, for messages
 * @throws HindcastError `config.invalid`, naming the line
 */
export function parseConfig(text: string, file: string): Config {
  const read = readYaml(text, Config);
  if ('value' in read) return read.value;
  throw new HindcastError('config.invalid', { file, line: String(read.line), reason: read.reason });
}
