import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Leaving } from '../field/input.tsx';
import { type Block, blocksOf } from './blocks-of.ts';
import { newRowKey } from '../saving/entry-ids.ts';
import { useKept } from '../saving/unsaved.ts';
import { cellInput, cellValue, fieldsFor, isBox, readCell } from './cell-value.ts';
import { type Column, type EntryRow, fieldColumns, type Filter } from './columns.ts';
import type { At, Draft, Editing, GridRow } from './grid-state.ts';
import type { GridActions } from './row.tsx';
import { placeAt } from './place-of.ts';
import { inOrderOf, type Inserted, rowsOf } from './rows-of.ts';
import { rowChanges } from './row-changes.ts';
import type { Shape } from './shapes.ts';
import type { CellConflict } from './row-changes.ts';
import { contextAt } from './time-order.ts';
import { incidentDay } from './incident-day.ts';

export type GridProps = {
  incident: string;
  collection: string;
  columns: readonly Column[];
  filter: readonly Filter[];
  entries: readonly EntryRow[];
  readOnly: boolean;
  /** Takes new entries; a list of fixed rows alone does not. */
  open: boolean;
  shape: Shape;
};

type Drafts = Readonly<Record<string, Readonly<Record<number, Draft>>>>;

const cellIn = (table: HTMLElement | null, { row, column }: At): HTMLElement | undefined =>
  table?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] [data-column="${column}"]`) ?? undefined;

/** The state of a grid: where the keyboard is, what is being written, what is selected, and what rows ask for. */
export function useGrid(props: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => fieldColumns(props.columns), [props.columns]);
  const [last, setLast] = useState(newRowKey);
  const [inserted, setInserted] = useState<readonly Inserted[]>([]);
  const [at, setAt] = useState<At>();
  const [editing, setEditing] = useState<Editing>();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [picked, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [conflict, setConflict] = useState<CellConflict>();
  const [menu, setMenu] = useState<{ row: string; button: HTMLElement }>();
  const order = useRef<readonly string[]>([]);
  const sorted = useMemo(
    () => rowsOf(props.entries, props.shape, { inserted, last: props.readOnly || !props.open ? undefined : last }),
    [props.entries, props.shape, props.readOnly, props.open, inserted, last],
  );
  // Somebody else may take a row out, and with it what is written, wrong or selected there.
  const isThere = useMemo(() => {
    let keys: Set<string> | undefined;
    return (key: string) => (keys ??= new Set(sorted.map((row) => row.key))).has(key);
  }, [sorted]);
  const isWriting = editing !== undefined && isThere(editing.row);
  const selected = useMemo(
    () => (picked.size === 0 ? picked : new Set([...picked].filter(isThere))),
    [picked, isThere],
  );
  useKept(Object.keys(drafts).some(isThere) || inserted.some(({ kept }) => kept === true));
  // What was changed is shown first; a row that has to move for it takes its focus along, which costs a layout of the page.
  const settled = useDeferredValue(sorted);
  const rows = useMemo(() => {
    const isMove = settled !== sorted && settled.length === sorted.length;
    const shown = isWriting || isMove ? inOrderOf(sorted, order.current) : sorted;
    order.current = shown.map(({ key }) => key);
    return shown;
  }, [sorted, settled, isWriting]);
  const placed = useRef<readonly Block[]>([]);
  const blocks = useMemo(() => (placed.current = blocksOf(rows, placed.current, isWriting)), [rows, isWriting]);
  const now = { props, columns, rows, last, at, editing, drafts, selected };
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const entries = new Set(rows.filter(({ isNew }) => !isNew).map(({ key }) => key));
    const still = inserted.filter(({ key, kept }) => kept === true || !entries.has(key));
    if (still.length < inserted.length) setInserted(still);
  }, [rows, inserted]);
  // The focus is put where `at` is after the next render: by keys, and when a row moved or went with the focus in it.
  const wantsFocus = useRef(false);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    const lost = hasFocus.current && document.activeElement === document.body;
    if (at === undefined || editing !== undefined || !(wantsFocus.current || lost)) return;
    const cell = cellIn(table.current, at);
    if (cell === undefined) return;
    wantsFocus.current = false;
    if (document.activeElement !== cell) cell.focus();
  });
  useEffect(() => {
    const follow = ({ target }: Event) => {
      hasFocus.current = target instanceof Node && table.current?.contains(target) === true;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, []);

  const steady = useMemo(() => {
    const rowAt = (key: string): GridRow | undefined => latest.current.rows.find((row) => row.key === key);
    const go = (row: string, column: number) => {
      wantsFocus.current = true;
      // Now, while the page is laid out: with an input that goes under the focus, the browser does so twice before it goes on.
      cellIn(table.current, { row, column })?.focus();
      setEditing(undefined);
      setAt({ row, column });
    };
    const setDraft = (row: string, column: number, draft: Draft | undefined) =>
      setDrafts((before) => {
        const { [row]: own, ...others } = before;
        if (draft === undefined && own?.[column] === undefined) return before;
        const { [column]: _, ...rest } = own ?? {};
        const next = draft === undefined ? rest : { ...rest, [column]: draft };
        return Object.keys(next).length === 0 ? others : { ...others, [row]: next };
      });
    const lastEntry = () => latest.current.rows.findLast(({ isNew }) => !isNew)?.key;
    const insert = (row: Inserted) => setInserted((before) => [...before.filter(({ key }) => key !== row.key), row]);
    /** What is written into a row stays where the row is. */
    const keep = (row: Inserted) =>
      setInserted((before) => {
        const own = before.find(({ key }) => key === row.key);
        return [...before.filter((other) => other !== own), own === undefined ? row : { ...row, after: own.after }];
      });
    const changes = rowChanges({
      list: () => ({ incident: latest.current.props.incident, key: latest.current.props.collection }),
      filter: () => latest.current.props.filter,
      behind: (key) => {
        const { last, props, rows } = latest.current;
        return key === last || props.shape.order !== undefined ? undefined : placeAt(props, rows, key);
      },
      setDraft,
      setConflict,
      // It stays a row of its own until the entry is shown: a row that went for a moment would lose what is being written in it.
      took: (key, value) => {
        if (latest.current.last === key) setLast(newRowKey());
        keep({ key, after: lastEntry(), value });
      },
      lost: (key, value) => keep({ key, after: lastEntry(), value, kept: true }),
    });
    const open = (row: string, column: number, text?: string) => {
      const own = rowAt(row);
      const field = latest.current.columns[column - 1];
      if (own === undefined || field === undefined || isBox(field)) return;
      const draft = latest.current.drafts[row]?.[column];
      setAt({ row, column });
      setEditing({ row, column, text: text ?? draft?.text ?? cellInput(field, own.value), seen: own.version });
    };
    const leave = (row: string, column: number, leaving: Leaving) => {
      if (leaving === 'blur') return setEditing(undefined);
      if (leaving === 'enter') return go(row, column);
      const step = leaving === 'next' ? 1 : -1;
      const { rows, columns } = latest.current;
      const index = rows.findIndex(({ key }) => key === row);
      const [next, from] = [rows[index + step], step > 0 ? 1 : columns.length];
      const within = column + step >= 1 && column + step <= columns.length;
      const to = within ? { row, column: column + step } : next && { row: next.key, column: from };
      if (to === undefined) return go(row, step > 0 ? columns.length + 1 : 0);
      go(to.row, to.column);
      open(to.row, to.column);
    };
    const actions: GridActions = {
      at: (row, column) => {
        const { at } = latest.current;
        if (at?.row !== row || at.column !== column) setAt({ row, column });
      },
      edit: (row, column) => open(row, column),
      giveUp: (row, column) => {
        setDraft(row, column, undefined);
        go(row, column);
      },
      done: (row, column, text, leaving) => {
        const { editing, drafts, rows } = latest.current;
        const field = latest.current.columns[column - 1];
        const own = rowAt(row);
        if (field === undefined || own === undefined || editing === undefined) return;
        const changed = text !== cellInput(field, own.value) || drafts[row]?.[column] !== undefined;
        const read = readCell(
          field,
          text,
          contextAt(rows, rows.indexOf(own), incidentDay(latest.current.props.incident)),
        );
        if ('wrong' in read) {
          setDraft(row, column, { text, wrong: read.wrong });
          if (leaving === 'enter') setEditing({ ...editing, text });
          else leave(row, column, leaving);
          return;
        }
        setDraft(row, column, undefined);
        leave(row, column, leaving);
        if (changed) changes.save(own, { column, field, text, set: read.set, seen: editing.seen });
      },
      tick: (row, column, ticked) => {
        const field = latest.current.columns[column - 1];
        const own = rowAt(row);
        if (field === undefined || own === undefined) return;
        changes.save(own, { column, field, text: '', set: fieldsFor(field, ticked), seen: own.version });
      },
      select: (row, wanted) =>
        setSelected((before) => new Set(wanted ? [...before, row] : [...before].filter((key) => key !== row))),
      menu: (row, button) => setMenu({ row, button }),
      confirm: (row) => {
        const own = rowAt(row);
        if (own !== undefined) changes.confirm(own);
      },
    };
    const toggle = (row: string, column: number) => {
      const field = latest.current.columns[column - 1];
      const own = rowAt(row);
      if (field !== undefined && own !== undefined) actions.tick(row, column, cellValue(field, own.value) !== true);
    };
    const clear = (row: string, column: number) => {
      const field = latest.current.columns[column - 1];
      const own = rowAt(row);
      if (field === undefined || own === undefined || own.isNew || cellInput(field, own.value) === '') return;
      changes.save(own, { column, field, text: '', set: fieldsFor(field, null), seen: own.version });
    };
    return { actions, changes, clear, go, open, toggle, setSelected, insert, setConflict, setMenu };
  }, []);

  return { table, columns, rows, blocks, at, editing, drafts, selected, conflict, menu, latest, ...steady };
}

export type Grid = ReturnType<typeof useGrid>;
