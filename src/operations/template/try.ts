import { z } from 'zod';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate, readWithTemplate, TemplateError, writeWithTemplate } from '../../templates/index.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Source } from './kept.ts';

/** Values shown of an example. */
const mostValues = 300;
const mostLetters = 200;

const Input = z.strictObject({
  source: Source,
  /** A document to be read with it. */
  example: z.string().max(1_000_000).optional(),
});
type Input = z.infer<typeof Input>;

const Tried = z.object({
  name: z.string(),
  title: z.string(),
  /** An empty document of it, with its hints. */
  blank: z.string(),
  /** Paths of the record that it has places for. */
  paths: z.array(z.string()),
  signoff: z.array(z.string()),
});
const Read = z.object({
  /** How well the example fits, 0 to 1. */
  confidence: z.number(),
  values: z.array(z.object({ path: z.string(), value: z.string(), line: z.number().int() })),
  /** Sections that no place of it holds. */
  left: z.array(z.object({ heading: z.string(), line: z.number().int() })),
});
const Output = z.object({
  /** What is wrong with the source, at its line; null when it can be kept. */
  problem: z.object({ line: z.number().int(), what: z.string(), remedy: z.string() }).nullable(),
  template: Tried.nullable(),
  example: Read.nullable(),
});
export type Trial = z.infer<typeof Output>;

/** The value of a record at a path as `actions[3].due`. */
function valueAt(record: unknown, path: string): unknown {
  const steps = path.split(/[.[\]]/).filter(Boolean);
  return steps.reduce<unknown>(
    (value, step) => (Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined),
    record,
  );
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, mostLetters).toWellFormed();

function tryTemplate({ source, example }: Input): Trial {
  try {
    const template = compileTemplate(source);
    const { name, title, policy } = template;
    const blank = template.blank ?? writeWithTemplate({}, template);
    const tried = { name, title, blank, paths: [...template.paths.keys()], signoff: policy.signoff };
    if (example === undefined || example.trim() === '') return { problem: null, template: tried, example: null };
    const { record, places, confidence, custom } = readWithTemplate(parseMarkdown(example), template);
    const values = [...places]
      .flatMap(([path, [place]]) =>
        place === undefined ? [] : [{ path, value: shown(valueAt(record, path)), line: place.line }],
      )
      .toSorted((a, b) => a.line - b.line)
      .slice(0, mostValues);
    const left = custom.map(({ heading, line }) => ({ heading, line: line ?? 1 }));
    return { problem: null, template: tried, example: { confidence, values, left } };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { line, what, remedy } = error;
    return { problem: { line, what, remedy }, template: null, example: null };
  }
}

export const tryTemplateSource: StoredOperation<Input, Trial> = {
  name: 'template.try',
  sentence:
    'Try the source of a template without keeping it: what is wrong at which line, an empty document, and an example read.',
  permission: 'template.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/templates/try' },
  run: async (_context, input) => tryTemplate(input),
};
