import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import { quote } from '../words.ts';

const code: Code = {
  code: 'action.vague',
  severity: 'note',
  sentence: 'An action does not say what will be different when it is done.',
  remedy: 'Name the thing that will be changed and how one sees that it is done.',
};

/** Openings that promise care or thought, not a change. */
const vague =
  /^\W{0,4}(?:we (?:should|will|need to|must)\s+)?(?:be (?:more )?(?:careful|vigilant|cautious|aware)|pay (?:more )?attention|try (?:harder|to)\b|think about|look (?:into|at)|consider\b|discuss\b|explore\b|remember to|make sure everyone|communicate better|do better|improve (?:communication|monitoring|alerting|documentation|testing|processes|process|quality|awareness)\W{0,3}$|better (?:communication|monitoring|alerting|documentation|testing)\W{0,3}$|(?:more|fix|improve|review|monitor|investigate|test|document)\W{0,3}$|avoid (?:this|such)\b|don'?t do (?:this|that|it) again|learn from)/i;

/** Actions nobody could call done. */
export const vagueActions: Check = {
  codes: [code],
  run: (context) =>
    (context.record.actions ?? []).flatMap(({ text, done }, index) =>
      text !== undefined && done !== true && vague.test(text)
        ? context.report(code, {
            message: say`Nobody can tell when ${quote(text)} is done.`,
            path: `actions[${index}].text`,
          })
        : [],
    ),
};
