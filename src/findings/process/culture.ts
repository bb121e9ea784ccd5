import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { readAnswer } from '../contradiction/answer.ts';
import { blameIn } from '../language/blame.ts';
import { dayText, wallMs } from '../wall.ts';
import { resolvedAt } from './deadlines.ts';

const code: Code = {
  code: 'culture.disagrees',
  severity: 'warning',
  sentence: 'The closing questions are answered with yes, but the document shows otherwise.',
  remedy: 'Change the answer, or mend what it speaks of.',
};

const dayMs = 86_400_000;

function written(context: Context): Finding[] {
  const base = resolvedAt(context);
  const day = wallMs(context.record.document?.completedOn ?? '');
  if (base === undefined || Number.isNaN(day) || day <= base + 2 * dayMs) return [];
  const path = 'processCheck.within48Hours';
  const message = say`It says "completed within 48 hours", but the incident ended on ${dayText(base)} and the document was completed on ${dayText(day)}.`;
  return [context.report(code, { message, path, cites: [path, 'document.completedOn'] })];
}

function blameless(context: Context): Finding[] {
  const found = context.prose
    .map((stretch) => ({ stretch, blame: blameIn(context, stretch)[0] }))
    .find((entry) => entry.blame);
  if (found?.blame === undefined) return [];
  const path = 'culture.blameless';
  const message = say`It says that the post-mortem is blameless, but ${found.stretch.path} blames: "${found.blame.sentence}"`;
  return [context.report(code, { message, path, cites: [path, found.stretch.path] })];
}

function assigned(context: Context): Finding[] {
  const actions = context.record.actions ?? [];
  const without = actions.findIndex(({ owner, text }) => owner === undefined && !/@\w/.test(text ?? ''));
  if (without < 0) return [];
  const path = 'processCheck.assigned';
  const message = say`It says that the actions are clearly assigned, but action ${without + 1} has no owner.`;
  return [context.report(code, { message, path, cites: [path, `actions[${without}]`] })];
}

/** "Completed within 48 hours: yes", "blameless: yes", "actions assigned: yes" against the document itself. */
export const culture: Check = {
  codes: [code],
  run(context) {
    const { culture: answers, processCheck } = context.record;
    return [
      ...(readAnswer(processCheck?.within48Hours) === true ? written(context) : []),
      ...(readAnswer(answers?.blameless) === true ? blameless(context) : []),
      ...(readAnswer(processCheck?.assigned) === true ? assigned(context) : []),
    ];
  },
};
