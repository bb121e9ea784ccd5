import type { Shown } from '../../../../src/operations/incident/show.ts';
import type { Proposal } from '../../../../src/operations/proposal/proposal.ts';
import { fieldWithin } from '../../../parts/field-name.ts';
import { words } from '../../../words/index.ts';
import { entriesAt, fieldPlace } from '../record-at.ts';
import { changedLines } from './changed-lines.ts';

/** One field that would change: from what stands there now. */
export type WantedField = { name: string; path: string; before?: unknown; after?: unknown };

/** What a proposal would do, in words and field by field; `place` is the entry or part that it speaks of. */
export type Wanted = { what: string; fields: WantedField[]; isNew?: boolean; note?: string; place?: string };

type Fields = Record<string, unknown>;

const own = words.proposals;
/** What an entry holds for programs, and people do not read. */
const quiet = new Set(['precision', 'source', 'id', 'zone']);

/** The fields of a new entry; its time as it was written, where it was. */
const fieldsOf = (entry: Fields): WantedField[] =>
  Object.entries(entry)
    .filter(([path]) => !quiet.has(path) && !(path === 'at' && 'written' in entry))
    .map(([path, after]) => ({ name: fieldWithin(path), path, after }));

/** Entries that are shown of many. */
const mostEntries = 5;

/** What would be done to an entry that is there. */
function onEntry(shown: Shown, list: string, { id, set }: Fields): Pick<Wanted, 'fields' | 'note' | 'place'> {
  const entry = entriesAt(shown, list).find((one) => one.id === id);
  if (entry === undefined) return { fields: [], note: own.gone };
  const place = `${list}[${entry.index}]`;
  const name = fieldWithin(list);
  if (set === undefined) return { place, fields: [{ name, path: list, before: entry.value }] };
  const changed = Object.entries(set as Fields).map(([path, after]) => {
    const before = path.split('.').reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], entry.value);
    return { name: fieldWithin(path), path, before, after };
  });
  return { place, fields: changed };
}

/** A proposal as people read it, over the record as it is now. */
export function wantedBy({ operation, input }: Proposal, shown: Shown): Wanted {
  const [list = '', verb = ''] = operation.split('.');
  if (operation === 'record.apply') {
    const { before, after, count } = changedLines(String(input['before']), String(input['markdown']));
    return { what: own.apply, note: own.lines(count), fields: [{ name: '', path: '', before, after }] };
  }
  if (operation === 'record.set') {
    const part = String(input['part']);
    const set = Object.entries((input['set'] ?? {}) as Fields);
    const fields = set.map(([path, after]) => {
      const whole = path === '' ? part : `${part}.${path}`;
      return {
        name: fieldWithin(path === '' ? part : path),
        path: whole,
        before: fieldPlace(shown, whole).value,
        after,
      };
    });
    return { what: own.set(fieldWithin(part)), fields, place: fields[0]?.path ?? part };
  }
  const what = own.wants[verb]?.(fieldWithin(list)) ?? operation;
  if (verb === 'add') return { what, isNew: true, fields: fieldsOf((input['entry'] ?? {}) as Fields) };
  if (verb !== 'import') return { what, ...onEntry(shown, list, input) };
  const entries = (input['entries'] ?? []) as Fields[];
  const fields = entries.slice(0, mostEntries).map((after) => ({ name: '', path: list, after }));
  return entries.length > mostEntries
    ? { what, fields, note: own.further(entries.length - mostEntries) }
    : { what, fields };
}
