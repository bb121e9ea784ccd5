import type { When } from './rules.ts';

/** What rules know of a signal. Times are milliseconds since 1970 UTC. */
export type Correlated = {
  id: string;
  source: string;
  hook: string;
  service: string | null;
  severity: string | null;
  conditionKey: string | null;
  conditionName: string | null;
  conditionState: 'open' | 'closed' | null;
  text: string;
  epochMs: number;
};

const same = (letter: string): string => letter.toLowerCase();

/** Whether a text is as a pattern says, `*` standing for any letters. Takes time in proportion to both, whatever they are. */
export function matches(pattern: string, text: string): boolean {
  const pieces = same(pattern).split('*');
  const whole = same(text);
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) return whole === first;
  const last = rest.pop() ?? '';
  if (!whole.startsWith(first) || !whole.endsWith(last) || whole.length < first.length + last.length) return false;
  const end = whole.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = whole.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

const isOf = (wanted: string | string[] | undefined, value: string | null): boolean =>
  wanted === undefined ||
  (value !== null && (Array.isArray(wanted) ? wanted : [wanted]).some((pattern) => matches(pattern, value)));

/** Whether a signal is what a rule speaks of. What a signal does not have fits no pattern. */
export function fits(when: When, signal: Correlated): boolean {
  return (
    isOf(when.source, signal.source) &&
    isOf(when.service, signal.service) &&
    isOf(when.severity, signal.severity) &&
    isOf(when.condition, signal.conditionName) &&
    isOf(when.text, signal.text) &&
    isOf(when.hook, signal.hook) &&
    (when.state === undefined || when.state === signal.conditionState)
  );
}
