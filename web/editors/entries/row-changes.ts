import type { Milestone } from '../../../src/record/milestone.ts';
import type { TimelineEvent } from '../../../src/record/timeline.ts';
import { Problem, problemText } from '../../api/problem.ts';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/index.ts';
import type { Conflict } from '../conflict-dialog.tsx';
import { addEntry, importEntries, type List, removeEntries } from '../saving/entries.ts';
import { moveEntry } from '../saving/placing.ts';
import { type Saved, setFields } from '../saving/set-fields.ts';
import type { FieldValues } from '../../../src/record/value-at.ts';
import { remember } from '../undo.ts';
import { entryOf } from './cell-value.ts';
import { type Column, type Filter, filterValues } from './columns.ts';
import type { Draft, GridRow } from './grid-state.ts';

/** What a cell sets, and what was written to set it. */
export type CellChange = { column: number; field: Column; text: string; set: FieldValues; seen: number };

/** A cell that somebody else was faster with. */
export type CellConflict = Conflict & { row: string; change: CellChange };

type Around = {
  list: () => List;
  filter: () => readonly Filter[];
  /** The entry that an empty row stands behind, where it has a place of its own. */
  behind: (key: string) => string | undefined;
  setDraft: (row: string, column: number, draft: Draft | undefined) => void;
  setConflict: (conflict: CellConflict) => void;
  /** An empty row has become an entry. */
  took: (row: string, value: FieldValues) => void;
  /** What was written into an empty row could not be added: it stays as a row to try again. */
  lost: (row: string, value: FieldValues) => void;
};

const isConflict = (error: unknown): error is Problem => error instanceof Problem && error.code === 'record.conflict';

/** What can be done to the rows of a list; each keeps what takes it back. */
export function rowChanges({ list, filter, behind, setDraft, setConflict, took, lost }: Around) {
  const placeOf = ({ id }: GridRow) => ({ ...list(), id });

  const told = (text: string, what: string, work: Promise<Saved>) => {
    const undo = remember(what, work);
    return work.then(() => say(text, undo), sayProblem);
  };

  const save = (row: GridRow, change: CellChange): void => {
    const { column, field, text, set, seen } = change;
    const empty = Object.keys(entryOf(set)).every((name) => name === 'precision');
    if (row.isNew && empty) return;
    const inserted = row.value === undefined ? {} : (row.value as FieldValues);
    const after = row.isNew ? behind(row.key) : undefined;
    if (row.isNew) took(row.key, entryOf({ ...inserted, ...set }));
    const work = row.isNew
      ? addEntry(list(), entryOf({ ...filterValues(filter()), ...inserted, ...set }), row.key, after)
      : setFields(placeOf(row), set, seen);
    remember(row.isNew ? words.editors.newRow : field.title, work);
    work.catch((error: unknown) => {
      if (isConflict(error)) return setConflict({ ...(error.data as Conflict), row: row.key, change });
      const wrong = problemText(error);
      if (row.isNew) lost(row.key, entryOf({ ...inserted, ...set }));
      if (text !== '') setDraft(row.key, column, { text, wrong });
      sayProblem(error);
    });
  };

  const set = (row: GridRow, fields: FieldValues, text: string, what: string) =>
    void told(text, what, setFields(placeOf(row), fields, row.version));

  return {
    save,
    /** The milestone of an event is meant as it was inferred. */
    confirm: (row: GridRow) => {
      const { milestone = 'detected' } = row.value as Partial<TimelineEvent>;
      const name = words.editors.milestones[milestone] ?? milestone;
      set(row, { inferred: false }, words.editors.confirmed(name), name);
    },
    milestone: (row: GridRow, milestone: Milestone | undefined) =>
      set(
        row,
        { milestone: milestone ?? null, inferred: null, inferredFrom: null },
        words.editors.saved(words.editors.milestone),
        words.editors.milestoneSet,
      ),
    /** Behind another entry; before all for an empty id. */
    move: (row: GridRow, after: string) =>
      void told(words.editors.moved, words.editors.moving, moveEntry(placeOf(row), after, row.version)),
    /** A name that others of its list can name it by; there is nothing of it to be seen, so nothing to take back. */
    name: (row: GridRow, id: string) => void setFields(placeOf(row), { id }, row.version).catch(sayProblem),
    remove: (rows: readonly GridRow[]) =>
      void told(
        words.editors.removed(rows.length),
        words.editors.removing,
        removeEntries(rows.map((row) => ({ ...placeOf(row), version: row.version }))),
      ),
    /** The texts of all in the first row; the others go. */
    merge: (rows: readonly GridRow[], column: Column) => {
      const [first, ...others] = rows;
      if (first === undefined || others.length === 0) return;
      const values = rows.map(({ value }) => value as FieldValues);
      const text = values
        .map((value) => value[column.key])
        .filter(Boolean)
        .join('; ');
      const found = values.find(({ milestone }) => milestone !== undefined);
      const milestone =
        found === undefined ? {} : { milestone: found['milestone'], inferred: found['inferred'] ?? null };
      const work = async (): Promise<Saved> => {
        const kept = await setFields(placeOf(first), { [column.key]: text, ...milestone }, first.version);
        const places = others.map((row) => ({ ...placeOf(row), version: row.version }));
        const gone = await removeEntries(places).catch(async (error: unknown) => {
          // Otherwise the same would stand in two rows.
          await kept.back();
          throw error;
        });
        const back = async () => {
          await gone.back();
          await kept.back();
        };
        return { version: kept.version, back };
      };
      void told(words.editors.merged(rows.length), words.editors.merging, work());
    },
    bring: async (entries: readonly FieldValues[]) => {
      const own = filterValues(filter());
      const work = importEntries(
        list(),
        entries.map((entry) => entryOf({ ...own, ...entry })),
      );
      const undo = remember(words.editors.adding, work);
      await work;
      say(words.editors.added(entries.length), undo);
    },
  };
}

export type RowChanges = ReturnType<typeof rowChanges>;
