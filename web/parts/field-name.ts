import { capital } from '../words/format.ts';
import { words } from '../words/index.ts';

/** A part of a path: its words, and the number of an entry as people count. One without words is put together from its name. */
function partName(part: string): string {
  const [, name = part, index] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
  const text = words.fields[name] ?? name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return index === undefined ? text : `${text} ${Number(index) + 1}`;
}

/** What a place of the record is called within a sentence; the ledger's ids of entries are left out. */
export const fieldWithin = (path: string): string =>
  path
    .replace(/\/[\w-]+/, '')
    .split('.')
    .map(partName)
    .join(', ');

/** The same where a text begins, with a capital: `impact.business.slaBreach` is `Impact, business, SLA breach`. */
export const fieldName = (path: string): string => capital(fieldWithin(path));
