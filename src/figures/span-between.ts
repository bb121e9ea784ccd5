import type { Figure } from '../record/figure.ts';
import { type Said, say } from '../record/said.ts';
import type { SpanEnd } from './milestones.ts';
import { misreadDate } from './misread-date.ts';
import { momentWindow, zoneOfMoment } from './moment-window.ts';
import { unknownFigure } from './unknown.ts';
import { wording } from './wording.ts';

function labelOf({ name, note }: SpanEnd): string {
  return note === undefined ? name : `${name} (${note})`;
}

/** `detected (timeline[2], 2025-12-19T14:23)`: names an end so that a person finds it. */
function placeOf({ name, path, moment }: SpanEnd): string {
  return `${name} (${name === path ? '' : `${path}, `}${moment.at ?? moment.written ?? 'no time'})`;
}

/** Within a month and in order no date looks mistyped. */
const monthSeconds = 28 * 86_400;

/** Why two ends cannot be compared: one is in a zone that nobody can resolve, and the other states a different one. */
function clashOfZones(from: SpanEnd, to: SpanEnd, fromZone?: string, toZone?: string): Said | undefined {
  const isUnclear = ({ moment }: SpanEnd, zone?: string) => moment.zone !== undefined && zone === undefined;
  if (!isUnclear(from, fromZone) && !isUnclear(to, toZone)) return undefined;
  const [a, b] = [from.moment.zone ?? fromZone, to.moment.zone ?? toZone];
  if (a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase()) return undefined;
  return say`${placeOf(from)} is in ${a} and ${placeOf(to)} in ${b}: write both times in UTC or with their offset`;
}

/**
 * The time from one end to another, in seconds. A point when both ends are exact, else an interval; unknown when the order
 * is impossible. Two wall times without a known zone are taken to be in the same one; if one zone is known it holds for both.
 */
export function spanBetween(from: SpanEnd, to: SpanEnd, remark?: Said): Figure {
  const [fromZone, toZone] = [zoneOfMoment(from.moment), zoneOfMoment(to.moment)];
  let formula = say`${labelOf(to)} - ${labelOf(from)}`;
  if (remark !== undefined) formula = say`${formula}; ${remark}`;
  if ((fromZone === undefined) !== (toZone === undefined))
    formula = say`${formula}; ${fromZone === undefined ? from.name : to.name} has no zone: taken as ${fromZone ?? toZone}`;
  const cites = [from.path, to.path];
  const clash = clashOfZones(from, to, fromZone, toZone);
  if (clash !== undefined) return unknownFigure('seconds', formula, clash, cites);
  const start = momentWindow(from.moment, toZone);
  const end = momentWindow(to.moment, fromZone);
  if (start === undefined || end === undefined) {
    const reason = say`the time of ${placeOf(start === undefined ? from : to)} cannot be read: correct it`;
    return unknownFigure('seconds', formula, reason, cites);
  }
  const longest = (end.highMs - start.lowMs) / 1000;
  const shortest = Math.max(0, (end.lowMs - start.highMs) / 1000);
  const likely = fromZone === toZone && shortest > 0 && longest < monthSeconds;
  const misread = likely ? undefined : misreadDate(from.moment.at ?? '', to.moment.at ?? '');
  if (longest < 0 || misread !== undefined) {
    const what =
      longest < 0 ? say`${placeOf(to)} is before ${placeOf(from)}` : say`${placeOf(from)} and ${placeOf(to)}`;
    const hint = misread ?? say`correct one of the two times, or its milestone`;
    const reason = say`impossible order: ${what}: ${hint}`;
    return { ...unknownFigure('seconds', formula, reason, cites), from: from.name, to: to.name };
  }
  const status = from.inferred || to.inferred ? 'inferred' : 'known';
  const names = { from: from.name, to: to.name };
  return shortest === longest
    ? { status, unit: 'seconds', seconds: longest, ...names, cites, ...wording(formula) }
    : { status, unit: 'seconds', interval: { from: shortest, to: longest }, ...names, cites, ...wording(formula) };
}
