import type { Figure } from '../../../src/record/figure.ts';
import { fieldName } from '../../parts/field-name.ts';
import { told } from '../../parts/told.ts';
import { capital } from '../../words/format.ts';
import { lengthText } from '../../words/lengths.ts';
import { words } from '../../words/index.ts';
import { exactText, moneyText, partsText } from '../../words/numbers.ts';

/** A number with its unit: a duration, a percentage, an amount of money, a count. */
export function valueText(value: number, unit: string): string {
  if (unit === 'seconds') return lengthText(value);
  if (unit === 'percent') return partsText(value / 100);
  if (unit === 'count') return exactText(value);
  return unit === 'ratio' ? `${exactText(value)}×` : moneyText(value, unit);
}

/** What a figure says; undefined when it is unknown. */
export function figureText({ status, seconds, value, unit, interval }: Figure): string | undefined {
  if (status === 'unknown') return undefined;
  if (interval !== undefined && interval.from !== interval.to)
    return `${valueText(interval.from, unit)} – ${valueText(interval.to, unit)}`;
  const known = seconds ?? value;
  return known === undefined ? undefined : valueText(known, unit);
}

/** What a figure is called: `timeToDetect` is `Time to detect`, `phase.detection` is `Detection phase`. */
export function figureName(name: string): string {
  const { names, families } = words.figures;
  const [, family = '', of = ''] = /^(\w+)\.(.+)$/s.exec(name) ?? [];
  const ofFamily = families[family];
  if (ofFamily === undefined) return names[name] ?? fieldName(name);
  if (family === 'phase') return capital(ofFamily(words.editors.phases[of] ?? of));
  return ofFamily(family === 'target' ? figureName(of) : family === 'cost' ? String(Number(of) + 1) : of);
}

/** How a figure is computed. Names of milestones and figures stand in it as templates write them, in every language. */
export const formulaText = ({ formula, says }: Figure): string => told(formula, says?.formula);

/** Why a figure is unknown, and what to add. */
export const reasonText = ({ reason = '', says }: Figure): string => told(reason, says?.reason);
