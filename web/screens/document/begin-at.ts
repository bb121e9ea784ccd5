/** A row that is not an entry yet has no place in the record. */
const emptyRow = 'tr[data-row]:not([data-path])';

/** Cells between the box to select a row and its menu. */
const cellsOf = (row: Element): HTMLElement[] =>
  [...row.querySelectorAll<HTMLElement>('[role="gridcell"][data-column]')].slice(1, -1);

/** The first cell of a row in which nothing stands yet. Of a new row, which has a hint, the first that is no box. */
export function firstEmptyCell(row: Element): HTMLElement | undefined {
  const written = cellsOf(row).filter((each) => each.querySelector('input') === null);
  return row.matches(emptyRow) ? written[0] : (written.find((each) => each.textContent === '') ?? written[0]);
}

/** The control with which somebody begins to write at a place: a row's own button, the new row of a list, the button of a field or text. */
function beginningOf(place: Element): HTMLElement | null | undefined {
  if (place.matches('tr[data-row]')) return firstEmptyCell(place);
  const ownRow = place.querySelector<HTMLElement>('[data-fill]');
  if (ownRow !== null) return ownRow;
  const row = place.querySelector(emptyRow);
  if (row !== null) return firstEmptyCell(row);
  return place.querySelector<HTMLElement>('button:not(:disabled), input, textarea');
}

/** Begins to write at a place that is shown, as a click there would; false where nothing can be written. */
export function beginAt(place: Element): boolean {
  const control = beginningOf(place);
  if (control === null || control === undefined) return false;
  control.focus({ preventScroll: true });
  if (!control.matches('input, textarea')) control.click();
  return true;
}
