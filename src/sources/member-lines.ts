import { Text } from './lenient.ts';

const lineLimit = 60;
const longestValue = 500;

/**
 * What a value holds, one line per plain member with its path: `subject.id: checkout`. Long ones are cut, and say so. Depth 1 is the
 * value's own plain members.
 */
export function memberLines(value: unknown, mostDepth = 20): string {
  const lines: string[] = [];
  walk(value, '', mostDepth, lines);
  const shown = lines.slice(0, lineLimit);
  return [...shown, ...(lines.length > lineLimit ? ['… (cut; the rest is in the evidence)'] : [])].join('\n');
}

function walk(value: unknown, path: string, depthLeft: number, lines: string[]): void {
  if (lines.length > lineLimit) return;
  if (typeof value !== 'object' || value === null) {
    const text = Text.parse(value);
    if (text === undefined) return;
    const shown = text.length > longestValue ? `${text.slice(0, longestValue).toWellFormed()}…` : text;
    lines.push(path === '' ? shown : `${path}: ${shown}`);
  } else if (depthLeft > 0) {
    for (const [name, member] of Object.entries(value))
      walk(member, path === '' ? name : `${path}.${name}`, depthLeft - 1, lines);
  }
}
