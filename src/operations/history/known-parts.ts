import { hash } from 'node:crypto';
import { valueAt, withField } from '../../record/value-at.ts';
import { type TextEdit, type TextEdits, withEdits } from '../part/text-edits.ts';

/** What the entries told so far say that a part was. `whole`: everything of it is known; else only the fields in `paths`. */
type Known = { value: unknown; whole: boolean; paths: Set<string> };

/**
 * One field before and after. `old` is absent where the ledger does not say what it was: its entry was erased, or held a batch. Where a
 * text was edited that it does not hold either, `edits` say where in it what came in place of how much.
 */
export type FieldChange = { path: string; old?: unknown; new?: unknown; edits?: TextEdit[] };

type Values = Record<string, unknown>;

/** Follows the parts of one record through the entries of its ledger, to say what a field was before. */
export function knownParts() {
  const parts = new Map<string, Known>();
  let groupsKnown = false;
  const partOf = (place: string): Known => {
    const known = parts.get(place) ?? {
      value: undefined,
      whole: groupsKnown && !place.includes('/'),
      paths: new Set(),
    };
    parts.set(place, known);
    return known;
  };
  const change = (path: string, known: boolean, old: unknown, now: unknown): FieldChange =>
    known ? { path, old: old ?? null, new: now ?? null } : { path, new: now ?? null };

  return {
    /** The record an incident began with; its lists are kept under ids that the entry does not hold. */
    begin(record: Values): void {
      groupsKnown = true;
      for (const [key, value] of Object.entries(record))
        if (!Array.isArray(value)) parts.set(key, { value, whole: true, paths: new Set() });
    },
    add(place: string, value: unknown): FieldChange {
      parts.set(place, { value, whole: true, paths: new Set() });
      return { path: place, old: null, new: value };
    },
    set(place: string, values: Values): FieldChange[] {
      const part = partOf(place);
      return Object.entries(values).map(([path, value]) => {
        const told = change(
          path === '' ? place : `${place}.${path}`,
          part.whole || part.paths.has(path),
          valueAt(part.value, path),
          value,
        );
        part.value = withField(part.value, path.split('.').filter(Boolean), value ?? undefined);
        part.paths.add(path);
        return told;
      });
    },
    /** Texts that were edited; where the text before is not known, or is another one, what was edited is all that can be told. */
    edit(place: string, texts: Record<string, TextEdits>): FieldChange[] {
      return Object.entries(texts).map(([path, { at, sha256 }]) => {
        const part = partOf(place);
        const before = valueAt(part.value, path);
        const known = (part.whole || part.paths.has(path)) && (before === undefined || typeof before === 'string');
        const text = known ? withEdits(before ?? '', at) : '';
        if (known && hash('sha256', text) === sha256) return this.set(place, { [path]: text })[0] as FieldChange;
        part.whole = false;
        part.paths.delete(path);
        return { path: path === '' ? place : `${place}.${path}`, edits: at };
      });
    },
    remove(place: string, before?: unknown): FieldChange {
      const part = parts.get(place);
      parts.delete(place);
      return change(place, before !== undefined || part?.whole === true, before ?? part?.value, null);
    },
    /** An entry was erased that set something of this part: what is known of it no longer holds. */
    forget(place: string): void {
      parts.set(place, { value: undefined, whole: false, paths: new Set() });
    },
    /** An entry was erased that may have set anything. */
    forgetAll(): void {
      groupsKnown = false;
      parts.clear();
    },
  };
}
