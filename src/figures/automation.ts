import type { PostmortemRecord } from '../record/record.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

const byHand = /\b(?:manual(?:ly)?|by hand|human|none|n\/a)\b/i;

/** How a step was done; undefined when it states neither a tool nor a tool call. */
function kindOf({ tool, command }: NonNullable<PostmortemRecord['steps']>[number]): 'automated' | 'manual' | undefined {
  if (tool !== undefined) return byHand.test(tool) ? 'manual' : 'automated';
  return command?.includes('tools/call') === true ? 'automated' : undefined;
}

const unknownWhen = 'no step states its tool';

/** How much of the resolution was done by tools. Steps that do not say how count on neither side. */
export const automation: FigureFamily = {
  describes: [
    {
      name: 'automatedSteps',
      formula: 'steps with a tool that is not manual, or with a tool call',
      unit: 'count',
      unknownWhen,
    },
    { name: 'manualSteps', formula: 'steps whose tool is manual', unit: 'count', unknownWhen },
    {
      name: 'automationShare',
      formula: 'automatedSteps / (automatedSteps + manualSteps) x 100',
      unit: 'percent',
      unknownWhen,
    },
  ],
  *compute({ record }) {
    const stated = (record.steps ?? []).flatMap((step, index) => {
      const kind = kindOf(step);
      return kind === undefined ? [] : [{ kind, path: `steps[${index}]` }];
    });
    const automated = stated.filter(({ kind }) => kind === 'automated').length;
    const reason = 'no step states its tool: add the tool, or “manual”, to each resolution step';
    const figure = (unit: string, value: number, formula: string) =>
      stated.length === 0
        ? unknownFigure(unit, formula, reason)
        : measured(
            'known',
            unit,
            value,
            formula,
            stated.map(({ path }) => path),
          );
    yield ['automatedSteps', figure('count', automated, `of ${stated.length} steps that state a tool`)];
    yield ['manualSteps', figure('count', stated.length - automated, `of ${stated.length} steps that state a tool`)];
    yield [
      'automationShare',
      figure('percent', (automated / stated.length) * 100, 'automatedSteps / steps with a tool'),
    ];
  },
};
