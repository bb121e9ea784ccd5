import type { EntryLine } from './entry-line.ts';
import { besides, filtersOf, share, type Sharing, sharingOf } from './filters.ts';
import type { LayoutColumn, LayoutEntries, LayoutFixed } from './layout.ts';

/** Lines of one collection that stand together. `parent` is the item they are nested in, or -1. */
export type Run = { lines: EntryLine[]; sharing: Sharing; parent: number; label: string | undefined };

/** A run that begins with a line. */
export const startRun = (line: EntryLine, parent: number, label: string | undefined): Run => ({
  lines: [line],
  sharing: sharingOf(line),
  parent,
  label,
});

/** Adds a line to a run, or returns false when it needs a list of its own. */
export function addToRun(run: Run, line: EntryLine, parent: number): boolean {
  const [first] = run.lines;
  if (first?.collection !== line.collection || first.single || line.single || run.parent !== parent) return false;
  const sharing = share(run.sharing, line);
  if (sharing === undefined) return false;
  run.sharing = sharing;
  run.lines.push(line);
  return true;
}

/** The list that a run is in the layout. */
export function listOf({ lines, sharing: { shared }, parent, label }: Run): LayoutEntries {
  const open = lines.filter((line) => line.fixed === '');
  const filled = lines.filter((line) => line.fixed !== '');
  const mark = lines.find((line) => line.mark !== '')?.mark;
  const fixed = filled.map((line): LayoutFixed => {
    const keys = line.columns.map(({ key }) => key).filter((key) => key !== '');
    return { label: line.fixed, filter: filtersOf(besides(line, shared)), keys };
  });
  return {
    kind: 'entries',
    collection: lines[0]?.collection ?? '',
    as: 'list',
    ...(label === undefined ? {} : { label }),
    ...(mark === undefined ? {} : { mark }),
    filter: filtersOf(shared),
    columns: union([...open, ...filled]),
    ...(fixed.length === 0 ? {} : { fixed }),
    open: open.length > 0,
    ...(lines[0]?.single === true ? { single: true } : {}),
    ...(parent >= 0 && label === undefined ? { nested: true } : {}),
  };
}

/** Each column once, as the first line has it; a check box once for each value that it stands for. */
function union(lines: readonly EntryLine[]): LayoutColumn[] {
  const columns = new Map<string, LayoutColumn>();
  for (const column of lines.flatMap((line) => line.columns)) {
    const name = [column.key, column.figure, column.tick].join('|');
    if (!columns.has(name)) columns.set(name, column);
  }
  return [...columns.values()];
}
