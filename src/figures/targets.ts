import type { Figure } from '../record/figure.ts';
import { say } from '../record/said.ts';
import type { FigureContext, FigureFamily } from './family.ts';
import { figureNamed } from './figure-name.ts';
import { measured } from './measured.ts';
import { meets, readTarget } from './target-bound.ts';
import { boundsOf, isUsable, unknownFigure } from './unknown.ts';
import { reasonOf } from './wording.ts';

type StatedTarget = { text: string; path: string };

/** Targets by figure: the template's, overridden by those the document states. */
function targetsOf({ record, policy }: FigureContext): Map<string, StatedTarget> {
  const targets = new Map<string, StatedTarget>();
  for (const [name, text] of Object.entries(policy.targets))
    targets.set(figureNamed(name) ?? name, { text, path: `policy.targets.${name}` });
  for (const [index, { figure, target }] of (record.targets ?? []).entries()) {
    if (figure === undefined || target === undefined) continue;
    targets.set(figureNamed(figure) ?? figure, { text: target, path: `targets[${index}].target` });
  }
  return targets;
}

/** 1 when the figure meets its target, 0 when it misses it. */
function targetFigure(name: string, { text, path }: StatedTarget, actual: Figure | undefined): Figure {
  const formula = `${name} ${text}`;
  if (!isUsable(actual)) {
    const why = actual === undefined ? say`${name} is no figure` : (reasonOf(actual) ?? say`no reason given`);
    return unknownFigure('count', formula, say`${name} is unknown: ${why}`, [path]);
  }
  const target = readTarget(text, actual.unit);
  const bounds = boundsOf(actual);
  if (target === undefined || bounds === undefined)
    return unknownFigure('count', formula, say`“${text}” at ${path} is no target: write it as < 5 min or >= 99.9 %`, [
      path,
    ]);
  const cites = [...actual.cites, path];
  const met = meets(target, bounds);
  if (met === undefined)
    return unknownFigure('count', formula, say`${name} is only known as an interval that the target divides`, cites);
  return measured(actual.status, 'count', met ? 1 : 0, formula, cites);
}

/** Whether figures meet their targets. */
export const targets: FigureFamily = {
  describes: [
    {
      name: 'target.NAME',
      formula: '1 when the figure NAME meets its target, 0 when not',
      unit: 'count',
      unknownWhen: 'the figure is unknown, the target cannot be read, or it divides the interval of the figure',
    },
    {
      name: 'targetsMet',
      formula: 'count of the targets that are met, of those whose figure is known',
      unit: 'count',
      unknownWhen: 'no target is stated, or no figure with a target is known',
    },
  ],
  *compute(context) {
    const stated = [...targetsOf(context)];
    const results = stated.map(([name, target]) => targetFigure(name, target, context.figures.get(name)));
    for (const [index, [name]] of stated.entries()) {
      const result = results[index];
      if (result !== undefined) yield [`target.${name}`, result];
    }
    const known = results.filter(isUsable);
    const met = known.filter(({ value }) => value === 1).length;
    const formula = say`met of ${known.length} known targets`;
    const reason =
      stated.length === 0
        ? 'no target is stated: add targets to the record or the template'
        : say`none of the ${stated.length} figures with a target is known`;
    const status = known.some((figure) => figure.status === 'inferred') ? 'inferred' : 'known';
    const cites = known.flatMap((figure) => figure.cites.slice(-1));
    yield [
      'targetsMet',
      known.length === 0 ? unknownFigure('count', formula, reason) : measured(status, 'count', met, formula, cites),
    ];
  },
};
