import type { Template } from './template.ts';

const compiledKeys = [
  'title',
  'sentence',
  'incidentId',
  'policy',
  'defaults',
  'blank',
  'sections',
  'instructions',
  'repeats',
  'paths',
  'blankUnits',
  'literals',
] as const satisfies readonly (keyof Template)[];

/** A template whose name and source are known and which is compiled when something else of it is first asked for. */
export function lazyTemplate(name: string, source: string, compile: () => Template): Template {
  let compiled: Template | undefined;
  const template = { name, source };
  for (const key of compiledKeys)
    Object.defineProperty(template, key, { enumerable: true, get: () => (compiled ??= compile())[key] });
  return template as Template;
}
