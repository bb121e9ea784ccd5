import type { Constant, Pattern } from '../template.ts';
import { TemplateError } from '../template-error.ts';

/** The one collection that patterns and constants speak of. Throws TemplateError when there are two. */
export function collectionOf(
  patterns: readonly (Pattern | undefined)[],
  constants: readonly Constant[],
  line: number,
): string | undefined {
  const names = new Set<string>(constants.map(({ collection }) => collection));
  let scalar: string | undefined;
  for (const pattern of patterns) {
    const slots = pattern?.checkbox === undefined ? (pattern?.slots ?? []) : [pattern.checkbox.slot, ...pattern.slots];
    for (const slot of slots) {
      if (slot.collection !== undefined) names.add(slot.collection);
      else if (slot.kind !== 'claim') scalar = slot.path;
    }
  }
  const [first, second] = [...names];
  if (second !== undefined || (first !== undefined && scalar !== undefined))
    throw new TemplateError(
      line,
      `One entry binds both \`${first ?? ''}\` and \`${second ?? scalar ?? ''}\`.`,
      'An entry repeats with one collection; put the other on a line of its own.',
    );
  return first;
}
