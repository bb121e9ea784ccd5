import { useCallback, useRef } from 'react';
import type { PartVersions } from '../../../src/operations/part/assemble.ts';
import { keepLooking } from '../../parts/keep-looking.ts';
import { beginAt } from './begin-at.ts';
import { bringIntoView } from './bring-into-view.ts';
import { useDocument } from './shown.ts';

/** `actions[2].due` leads to the field, else to its entry, else to the list it is in. */
function* wider(path: string): Iterable<string> {
  let rest = path;
  while (rest !== '') {
    yield rest;
    rest = rest.slice(0, Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('[')));
  }
}

/** Rows of a grid name their entry by its id. */
function rowOf(path: string, versions: PartVersions): HTMLElement | null {
  const [, collection = '', index = ''] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
  const kept = versions[collection];
  const id = Array.isArray(kept) ? kept[Number(index)]?.id : undefined;
  return id === undefined ? null : document.querySelector(`[data-row="${CSS.escape(id)}"]`);
}

const placeOf = (path: string, versions: PartVersions): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? rowOf(path, versions);

/** Where a place of the record is shown, else the first of what it holds, else what is around it. */
function findPlace(path: string, versions: PartVersions): HTMLElement | null {
  const own = placeOf(path, versions) ?? document.querySelector<HTMLElement>(`[data-path^="${CSS.escape(path)}."]`);
  if (own !== null) return own;
  for (const each of wider(path)) {
    const found = placeOf(each, versions);
    if (found !== null) return found;
  }
  return null;
}

/** Scrolls to where a place of the record is shown and gives it the focus, or begins to write there; false when it is shown nowhere. */
export function goToPlace(path: string, versions: PartVersions, begin: boolean): boolean {
  const found = findPlace(path, versions);
  if (found === null) return false;
  bringIntoView(found);
  if (begin && beginAt(found)) return true;
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1;
  found.focus({ preventScroll: true });
  return true;
}

/** What scrolls to a place of the record as soon as it is shown; with `begin` it is written in at once. The same function each time. */
export function useGoTo(): (path: string, begin?: boolean) => void {
  const { versions } = useDocument().shown;
  const latest = useRef(versions);
  latest.current = versions;
  return useCallback((path, begin = false) => keepLooking(() => goToPlace(path, latest.current, begin)), []);
}
