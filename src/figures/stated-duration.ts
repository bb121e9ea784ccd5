import type { Figure } from '../record/figure.ts';
import { readDuration } from '../values/duration.ts';
import { say } from '../record/said.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

/** A duration that a field states (`3h 45m`, `10-20 min`, `< 5 min`), as a figure that cites the field. */
export function statedDuration(text: string, path: string): Figure {
  const formula = say`as stated: “${text}”`;
  if (/^\s{0,9}(?:none|no downtime)(?![a-z])/i.test(text)) return measured('known', 'seconds', 0, formula, [path]);
  const read = readDuration(text);
  if (read === undefined)
    return unknownFigure('seconds', formula, say`“${text}” at ${path} is no duration: write it as 1h 30m`, [path]);
  if (read.bound === 'atLeast')
    return unknownFigure('seconds', formula, say`“${text}” at ${path} is only a lower bound: state the duration`, [
      path,
    ]);
  const from = read.bound === 'atMost' ? 0 : read.seconds;
  return measured('known', 'seconds', { from, to: read.upToSeconds ?? read.seconds }, formula, [path]);
}
