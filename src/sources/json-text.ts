/** Deeper than this a value is cut: nobody reads it, and writing it would overflow the stack. */
const depthLimit = 20;

/** A value as JSON, one member per line or (`indent` 0) in one line, cut where it is nested too deeply. */
export const jsonText = (value: unknown, indent = 1): string => JSON.stringify(pruned(value, 0), null, indent) ?? '';

function pruned(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > depthLimit) return '…';
  if (Array.isArray(value)) return value.map((item: unknown) => pruned(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, pruned(member, depth + 1)]));
}
