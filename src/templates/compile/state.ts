import type { Unit } from '../outline/units.ts';
import type { Constant } from '../template.ts';

/** What the compiler carries along: the body, its constants by line, and the number of the next anchor. */
export type CompileState = {
  text: string;
  lineOf(offset: number): number;
  constantsAt(offset: number): Constant[];
  nextId: number;
  /** Where each anchor stands in the body: the unit it came from. */
  units: Map<number, Unit>;
};
