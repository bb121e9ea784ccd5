/** `<= 0.05`, `== 1`, `> 0`. */
export const conditionForm = /^\s*(<=|>=|<|>|==|!=)\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*$/i;

const tests: Record<string, (value: number, bound: number) => boolean> = {
  '<=': (value, bound) => value <= bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '>': (value, bound) => value > bound,
  '==': (value, bound) => value === bound,
  '!=': (value, bound) => value !== bound,
};

/** A condition as a test of one value; NaN never holds anything, and is no sample either: callers leave it out. */
export function conditionOf(text: string): (value: number) => boolean {
  const [, sign = '==', bound = 'NaN'] = conditionForm.exec(text) ?? [];
  return (value) => tests[sign]?.(value, Number(bound)) ?? false;
}
