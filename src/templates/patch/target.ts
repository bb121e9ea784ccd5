import { catalogue, type Field } from '../../record/catalogue.ts';
import { PatchError } from './patch-error.ts';

/** What a record path speaks of: a scalar, a claim, an entry, or a field of an entry. */
export type Target = {
  path: string;
  collection?: string;
  index?: number;
  key?: string;
  field?: Field;
  figure?: string;
};

const form = /^([A-Za-z][\w.]{0,100})(?:\[(\d{1,6}|-)\])?(?:\.([A-Za-z][\w.]{0,100}))?$/;

/** Parses `incident.id`, `claims.duration`, `claims[0]`, `actions[3]`, `actions[3].due`, `actions[-]` (a new one). */
export function parseTarget(path: string): Target {
  const match = form.exec(path);
  const [, base = '', index, key] = match ?? [];
  const at = index === undefined ? {} : { index: index === '-' ? -1 : Number(index) };
  if (base === 'claims' && index !== undefined && key === undefined) return { path, collection: 'claims', ...at };
  if (index === undefined) {
    if (base.startsWith('claims.')) return { path, figure: base.slice(7) };
    const field = catalogue.get(base);
    if (field === undefined || field.collection !== undefined) throw unknown(path);
    return { path, field };
  }
  if (![...catalogue.values()].some(({ collection }) => collection === base)) throw unknown(path);
  if (key === undefined) return { path, collection: base, ...at };
  const field = catalogue.get(`${base}.${key}`);
  if (field === undefined) throw unknown(path);
  return { path, collection: base, key, field, ...at };
}

const unknown = (path: string): PatchError =>
  new PatchError(
    path,
    'a record has no such field.',
    'docs/templates.md lists the paths: incident.id, actions[0].owner, timeline[-] for a new event.',
  );
