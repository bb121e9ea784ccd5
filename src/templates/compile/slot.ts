import { catalogue } from '../../record/catalogue.ts';
import type { Constant, Slot } from '../template.ts';
import { TemplateError } from '../template-error.ts';

const claim = /^claims\.([a-z][A-Za-z0-9]{0,60})$/;

/** The placeholder for a path. Throws TemplateError for a path the record does not have. */
export function slotOf(path: string, line: number): Slot {
  const figure = claim.exec(path)?.[1];
  if (figure !== undefined) return { path, kind: 'claim', key: figure, wrap: '' };
  const field = catalogue.get(path);
  if (field === undefined)
    throw new TemplateError(line, `There is no field \`${path}\` in a record.`, suggestion(path));
  if (field.collection === undefined) return { path, kind: field.kind, key: path, wrap: '' };
  const key = path.slice(field.collection.length + 1);
  return { path, kind: field.kind, collection: field.collection, key, wrap: '' };
}

/** The constant of `path=Value,Other,*`. Throws TemplateError when its field is no part of a collection. */
export function constantOf(path: string, value: string, line: number): Constant {
  const slot = slotOf(path, line);
  if (slot.collection === undefined)
    throw new TemplateError(
      line,
      `\`${path}\` is no field of a collection.`,
      'Only `[{{path=value}}]` can compare it.',
    );
  const all = value.split(',').map((part) => part.trim());
  const values = all.filter((part) => part !== '*' && part !== '');
  if (values.length === 0)
    throw new TemplateError(line, `The constant of \`${path}\` has no value.`, `Write {{${path}=Some value}}.`);
  return { path, collection: slot.collection, key: slot.key, values, rest: all.includes('*') };
}

/** The nearest known path by shared letters, for the remedy. */
function suggestion(path: string): string {
  const last = path.split('.').at(-1) ?? path;
  const group = path.split('.')[0] ?? path;
  let best = '';
  let bestScore = 0;
  for (const known of catalogue.keys()) {
    const score = (known.startsWith(`${group}.`) ? 2 : 0) + (known.endsWith(`.${last}`) ? 3 : 0) + shared(known, path);
    if (score > bestScore) [best, bestScore] = [known, score];
  }
  const hint = best === '' ? '' : `Did you mean \`${best}\`? `;
  return `${hint}All paths are in docs/templates.md.`;
}

function shared(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count / a.length;
}
