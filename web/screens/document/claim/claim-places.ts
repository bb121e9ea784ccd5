import type { Layout } from '../../../../src/templates/layout/layout.ts';

/**
 * The how-manieth place of its figure each field, column or cell of a layout is, by the object itself: claims of one figure
 * take its places in turn, as the writer of documents has it.
 */
export function claimPlaces({ sections }: Layout): ReadonlyMap<object, number> {
  const places = new Map<object, number>();
  const counts = new Map<string, number>();
  const take = (owner: object, figure: string | undefined) => {
    if (figure === undefined) return;
    const count = counts.get(figure) ?? 0;
    places.set(owner, count);
    counts.set(figure, count + 1);
  };
  for (const item of sections.flatMap(({ items }) => items))
    if (item.kind === 'field') take(item, item.figure);
    else if (item.kind === 'entries') {
      for (const cell of (item.fixed ?? []).flatMap(({ cells }) => cells ?? []))
        if ('path' in cell) take(cell, cell.figure);
      for (const column of item.columns) take(column, column.figure);
    }
  return places;
}
