import { actionState } from '../../figures/action-state.ts';
import type { Finding } from '../../record/finding.ts';
import type { Policy } from '../../record/policy.ts';
import { type Said, say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { called } from '../words.ts';

const noOwner: Code = {
  code: 'action.no-owner',
  severity: 'warning',
  sentence: 'An action has no owner.',
  remedy: 'Name one person or team that will see to it.',
};
const noDue: Code = {
  code: 'action.no-due',
  severity: 'warning',
  sentence: 'An action has no due date.',
  remedy: 'Give the day by which it shall be done.',
};
const noVerification: Code = {
  code: 'action.no-verification',
  severity: 'note',
  sentence: 'Nothing says how it will be seen that an action worked.',
  remedy: 'Add the test, alert or measurement that shows that the action works.',
};

type Action = NonNullable<Context['record']['actions']>[number];

const nobody = /^\W*(?:tb[acd]|none|n\/?a|unassigned|unknown|nobody|no one|owner|name|date|due|\?+)?\W*$/i;
const given = (text: string | undefined): boolean => text !== undefined && !nobody.test(text);
const open = (action: Action, policy: Policy): boolean => {
  const { done, status } = action;
  return (
    actionState(action, policy) !== 'dropped' &&
    done !== true &&
    !/^(?:done|complete[d]?|closed|resolved|fixed|shipped|implemented)\b/i.test(status ?? '')
  );
};
/** An action text that names its check needs no field for it. */
const checks = /\b(?:verif\w*|measur\w*|confirm\w*|tests?|drill|dashboard|alert\w*|monitor\w*|report)\b/i;
const handle = /(?:^|\s)@[\w-]+|\bowner:\s?\w/i;
const dateInText = /\b\d{4}-\d\d-\d\d\b|\bdue:?\s?\w/i;

const rules: readonly { code: Code; what: Said; has(action: Action): boolean }[] = [
  { code: noOwner, what: say`owner`, has: ({ owner, text }) => given(owner) || handle.test(text ?? '') },
  { code: noDue, what: say`due date`, has: ({ due, text }) => given(due) || dateInText.test(text ?? '') },
  {
    code: noVerification,
    what: say`verification`,
    has: ({ verification, text }) => given(verification) || checks.test(text ?? ''),
  },
];

/** More than three gaps of a kind are one finding: the list as a whole was made without them. */
const most = 3;

function gaps(context: Context, { code, what, has }: (typeof rules)[number]): Finding[] {
  const actions = context.record.actions ?? [];
  const bad = actions
    .map((action, index) => ({ action, index }))
    .filter(({ action }) => open(action, context.policy) && !has(action));
  if (bad.length > most || (bad.length > 0 && code === noVerification)) {
    const path = `actions[${bad[0]?.index ?? 0}]`;
    const cites = bad.map(({ index }) => `actions[${index}]`);
    return [
      context.report(code, {
        message: say`${bad.length} of ${actions.length} actions have no ${what}.`,
        path,
        cites,
      }),
    ];
  }
  return bad.map(({ action, index }) =>
    context.report(code, {
      message: say`${called(action)} has no ${what}.`,
      path: `actions[${index}]`,
    }),
  );
}

/** Owner, due date and verification of every open action. */
export const followThrough: Check = {
  codes: [noOwner, noDue, noVerification],
  run: (context) => rules.flatMap((rule) => gaps(context, rule)),
};
