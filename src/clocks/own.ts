import { builtinRules } from './builtin/index.ts';
import type { ClockRule, OwnRules } from './rule.ts';

/** The rules that hold: those that come along, without the unwanted, and the team's own in place of or beside them. */
export function rulesWith({ without, rules }: OwnRules): ClockRule[] {
  const replaced = new Map(rules.map((rule) => [rule.id, rule]));
  const kept = builtinRules
    .filter(({ id }) => !without.includes(id))
    .map((rule) => {
      const own = replaced.get(rule.id);
      replaced.delete(rule.id);
      return own ?? rule;
    });
  return [...kept, ...replaced.values()];
}
