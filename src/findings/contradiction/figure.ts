import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import { quote, term } from '../words.ts';
import { comparable } from './span-evidence.ts';
import { agrees, spanRules } from './spans.ts';
import { isLabelled } from './whole.ts';

const code: Code = {
  code: 'contradiction.figure',
  severity: 'error',
  sentence: 'A stated value differs from the figure that the template defines for it.',
  remedy: 'Correct the stated value, or the times the figure rests on.',
};

/** Spans that only the template defines (`figures:` in its front matter): there is one definition, so the value must fit it. */
export const ownFigures: Check = {
  codes: [code],
  run(context) {
    const findings: Finding[] = [];
    context.claims.forEach((claim, index) => {
      if (spanRules.has(claim.figure) || !Object.hasOwn(context.policy.figures, claim.figure)) return;
      const figure = context.figures[claim.figure];
      const plain = claim.qualifier === undefined || claim.qualifier === 'about';
      if (figure?.status !== 'known' || figure.seconds === undefined || figure.interval !== undefined) return;
      if (!plain || !comparable(claim) || !isLabelled(claim) || agrees(claim, figure.seconds)) return;
      findings.push(
        context.report(code, {
          message: say`The document states ${term(claim.figure)} ${quote(claim.text)}, but ${figure.says?.formula ?? figure.formula} is ${formatDuration(figure.seconds)}.`,
          path: `claims[${index}]`,
          line: claim.line,
          cites: [`claims[${index}]`, ...figure.cites],
        }),
      );
    });
    return findings;
  },
};
