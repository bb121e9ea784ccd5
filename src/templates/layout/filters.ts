import type { Constant } from '../template.ts';
import type { LayoutFilter } from './layout.ts';

type Line = { constants: readonly Constant[]; fixed: string };

/** Of lines that stand together: the constants that all of them have, and those of open lines. */
export type Sharing = { shared: readonly Constant[]; needed: readonly Constant[] };

const same = (a: Constant, b: Constant): boolean =>
  a.key === b.key && a.rest === b.rest && a.values.join() === b.values.join();

const holds = (all: readonly Constant[], one: Constant): boolean => all.some((other) => same(other, one));

/** The constants of a line that are not among `others`. */
export const besides = (line: Line, others: readonly Constant[]): Constant[] =>
  line.constants.filter((one) => !holds(others, one));

/** What one line alone shares. */
export const sharingOf = ({ constants, fixed }: Line): Sharing => ({
  shared: constants,
  needed: fixed === '' ? constants : [],
});

/**
 * Adds a line to those before it; undefined when it cannot stand in one list with them. It can when each line has all
 * constants of the open ones: else entries of other lines would fit these too.
 */
export function share(before: Sharing, line: Line): Sharing | undefined {
  const own = sharingOf(line);
  const shared = before.shared.filter((one) => holds(own.shared, one));
  const needed = [...before.needed, ...own.needed.filter((one) => !holds(before.needed, one))];
  return needed.every((one) => holds(shared, one)) ? { shared, needed } : undefined;
}

/** Constants as filters. */
export const filtersOf = (constants: readonly Constant[]): LayoutFilter[] =>
  constants.map(({ key, values, rest }) => ({ key, values, rest }));
