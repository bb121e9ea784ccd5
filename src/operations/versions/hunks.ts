import type { DiffLine } from './diff-lines.ts';

/** Lines that differ with what stands around them; `before` and `after` are the 1-based numbers of its first line. */
export type Hunk = { before: number; after: number; lines: DiffLine[] };

/** Equal lines shown around a difference. */
const around = 3;

/** The differing places of a comparison, as `diff -u` groups them. */
export function hunksOf(lines: readonly DiffLine[]): Hunk[] {
  const shown = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== 'same') for (let near = index - around; near <= index + around; near += 1) shown.add(near);
  const hunks: Hunk[] = [];
  let [before, after] = [1, 1];
  for (const [index, line] of lines.entries()) {
    if (shown.has(index)) {
      if (!shown.has(index - 1) || hunks.length === 0) hunks.push({ before, after, lines: [] });
      hunks.at(-1)?.lines.push(line);
    }
    if (line.kind !== 'added') before += 1;
    if (line.kind !== 'removed') after += 1;
  }
  return hunks;
}

const marks = { same: ' ', removed: '-', added: '+' } as const;

/** Hunks as unified diff. */
export function hunkText(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ before, after, lines }) => {
      const count = (other: DiffLine['kind']) => lines.filter(({ kind }) => kind !== other).length;
      const head = `@@ -${before},${count('added')} +${after},${count('removed')} @@`;
      return [head, ...lines.map(({ kind, text }) => marks[kind] + text)].join('\n');
    })
    .join('\n');
}
