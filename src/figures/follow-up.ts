import type { Figure } from '../record/figure.ts';
import { readCount } from '../values/count.ts';
import { readPercent } from '../values/percent.ts';
import { say } from '../record/said.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

/** `Detection time improved by` becomes `detectionTimeImproved`. */
function nameOf(metric: string): string {
  const words = metric.replace(/\s(?:by|rate|of)\s{0,9}$/i, '').match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  return words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}

function figureOf(value: string | undefined, metric: string, path: string): Figure {
  const percent = value === undefined ? undefined : readPercent(value);
  if (percent !== undefined) return measured('known', 'percent', percent, say`as stated: “${value}”`, [path]);
  const count = value === undefined ? undefined : readCount(value);
  if (count !== undefined) return measured('known', 'count', count, say`as stated: “${value}”`, [path]);
  const reason = say`“${metric}” has no number yet: measure it 30 days after the incident and add it`;
  return unknownFigure('count', metric, reason, value === undefined ? [] : [path]);
}

/** Metrics looked at again 30 days after the incident. */
export const followUp: FigureFamily = {
  describes: [
    {
      name: 'followUp.METRIC',
      formula: 'the number stated for the metric 30 days after the incident',
      unit: 'percent or count',
      unknownWhen: 'the metric has no number yet',
    },
  ],
  *compute({ record }) {
    for (const [index, { metric, value }] of (record.followUpMetrics ?? []).entries()) {
      const name = nameOf(metric ?? '');
      if (name !== '') yield [`followUp.${name}`, figureOf(value, metric ?? '', `followUpMetrics[${index}].value`)];
    }
  },
};
