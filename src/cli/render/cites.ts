import type { Checked } from './checked.ts';

const mostLines = 4;

/** The line a cite names: `line 14`, or a record path with a place, or the line of its timeline event. */
function lineOfCite(cite: string, { places, record }: Checked): number | undefined {
  const stated = /^line (\d{1,9})$/.exec(cite)?.[1];
  if (stated !== undefined) return Number(stated);
  const item = /^(\w{1,40})\[(\d{1,9})\]/.exec(cite);
  const line = places.get(cite)?.[0]?.line;
  if (line !== undefined || item === null) return line;
  const index = Number(item[2]);
  return item[1] === 'timeline'
    ? record.timeline?.[index]?.line
    : item[1] === 'claims'
      ? record.claims?.[index]?.line
      : undefined;
}

/** The lines that prove a finding, without its own, in order; at most four. */
export function linesCited(cites: string[], ownLine: number | undefined, checked: Checked): number[] {
  const found = cites.map((cite) => lineOfCite(cite, checked)).filter((line) => line !== undefined);
  return [...new Set(found)]
    .filter((line) => line !== ownLine)
    .toSorted((a, b) => a - b)
    .slice(0, mostLines);
}
