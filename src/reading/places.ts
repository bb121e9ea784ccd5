import type { View } from '../markdown/view.ts';
import type { Places } from '../record/place.ts';

/** Adds the place of a value from its offsets in the view. A value bound twice has two places. */
export function addPlace(places: Places, path: string, from: number, to: number, view: View): void {
  const place = { from: view.toSource(from), to: view.toSource(to, true), line: view.lineOf(from) };
  const known = places.get(path);
  if (known) known.push(place);
  else places.set(path, [place]);
}
