import type { Figure } from '../record/figure.ts';
import { english, type Said, type Text } from '../record/said.ts';

const parts = (text: Text | undefined): Said | undefined => (typeof text === 'object' ? text : undefined);

/** Formula and reason of a figure: in English, and in parts where values stand in them. */
export function wording(formula: Text, reason?: Text): Pick<Figure, 'formula' | 'reason' | 'says'> {
  const [said, why] = [parts(formula), parts(reason)];
  const says = { ...(said === undefined ? {} : { formula: said }), ...(why === undefined ? {} : { reason: why }) };
  return {
    formula: english(formula),
    ...(reason === undefined ? {} : { reason: english(reason) }),
    ...(said === undefined && why === undefined ? {} : { says }),
  };
}

/** Why a figure is unknown, in parts where there are some. */
export const reasonOf = (figure: Figure | undefined): Text | undefined => figure?.says?.reason ?? figure?.reason;

/** How a figure is computed, in parts where there are some. */
export const formulaOf = (figure: Figure): Text => figure.says?.formula ?? figure.formula;

/** The figure with another formula. */
export function reworded(figure: Figure, formula: Text, reason?: Text): Figure {
  const other = { ...figure };
  delete other.says;
  return { ...other, ...wording(formula, reason) };
}
