import { placeLabels, type Placed as Label } from '../../src/charts/lanes.ts';
import type { Scale } from '../../src/charts/scale.ts';
import { words } from '../words/index.ts';
import { momentText } from './moments.ts';
import type { Reading } from './reading.ts';
import type { Window } from './window.ts';

/** Narrower drawings have no room beside their marks; the timeline below says the same in words. */
const leastWidth = 520;
const mostLanes = 4;

/** Where the milestones in what is shown get their names, so that none touches another. */
export function placeNames({ placed, found }: Reading, scale: Scale, shown: Window, right: number): Label<string>[] {
  if (right < leastWidth) return [];
  const wanted = placed.flatMap((mark) => {
    const { milestone, inferred } = mark.event;
    if (milestone === undefined || mark.fromMs < shown.fromMs || mark.fromMs > shown.toMs) return [];
    const name = words.editors.milestones[milestone] ?? milestone;
    const text = `${name}${inferred === true ? ' ?' : ''} ${momentText(mark, found)}`;
    return [{ item: text, x: scale.x(mark.fromMs), text }];
  });
  return placeLabels(wanted, 11, 0, right - 2, mostLanes);
}
