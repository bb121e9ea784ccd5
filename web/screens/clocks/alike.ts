import type { ShownClock } from '../../../src/operations/clock/shown.ts';

/**
 * Clocks that ask the same question as one: its answer is theirs. A no to the question of a regime is one to all its clocks, a yes only
 * to those that ask nothing further.
 */
export function alikeOf({ clock, rule }: ShownClock, all: readonly ShownClock[], yes: boolean): ShownClock[] {
  if (rule.when === undefined || rule.only !== undefined) return [];
  return all.filter(
    (other) =>
      other.clock !== clock &&
      other.state === 'asked' &&
      other.rule.regime === rule.regime &&
      other.rule.when === rule.when &&
      (!yes || other.rule.only === undefined),
  );
}
