import { type Said, say } from '../../record/said.ts';
import { readPercent } from '../../values/percent.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { readAnswer } from './answer.ts';

const code: Code = {
  code: 'contradiction.sla',
  severity: 'warning',
  sentence: 'The document denies an SLA breach although the numbers say that the objective was missed.',
  remedy: 'Say that the objective was missed, or why the agreement allows it (exclusions, another window).',
};

/** What speaks for a breach, with the path that proves it; undefined when nothing certain does. */
function evidence(context: Context): { text: Said; path: string } | undefined {
  const figure = context.figures['errorBudgetConsumed'];
  if (figure?.status === 'known' && (figure.value ?? 0) > 100)
    return {
      text: say`the incident used ${Math.round(figure.value ?? 0)}% of the error budget`,
      path: figure.cites[0] ?? 'impact',
    };
  const index = context.claims.findIndex(
    (claim) => claim.figure === 'errorBudgetConsumed' && claim.unit === 'percent' && (claim.value ?? 0) > 100,
  );
  if (index >= 0)
    return { text: say`it states ${context.claims[index]?.value}% of the error budget used`, path: `claims[${index}]` };
  const credits = context.record.impact?.business?.slaCredits;
  if (credits !== undefined && /[$€£]\s?[1-9]/.test(credits))
    return { text: say`it states SLA credits of ${quote(credits)}`, path: 'impact.business.slaCredits' };
  const level = context.record.serviceLevels?.findIndex(({ indicator, value, target }) => {
    const [actual, objective] = [readPercent(value ?? ''), readPercent(target ?? '')];
    return (
      /availab|uptime/i.test(indicator ?? '') && actual !== undefined && objective !== undefined && actual < objective
    );
  });
  const missed = level === undefined ? undefined : context.record.serviceLevels?.[level];
  if (missed === undefined) return undefined;
  return { text: say`availability was ${missed.value} against ${missed.target}`, path: `serviceLevels[${level}]` };
}

/** "SLA breach: No" beside an exhausted budget, credits owed, or an availability under its objective. */
export const sla: Check = {
  codes: [code],
  run(context) {
    const stated = context.record.impact?.business?.slaBreach;
    if (readAnswer(stated) !== false) return [];
    const against = evidence(context);
    if (against === undefined) return [];
    return [
      context.report(code, {
        message: say`The document says SLA breach ${quote(stated ?? '')}, but ${against.text}.`,
        path: 'impact.business.slaBreach',
        cites: ['impact.business.slaBreach', against.path],
      }),
    ];
  },
};
