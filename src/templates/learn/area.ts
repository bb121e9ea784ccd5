import { constantValue } from './resolve-label.ts';

const suffix =
  /\s+(?:lessons?(?: learned)?|improvements?|preventions?|insights?|changes?(?: required)?|actions?|action items|items|phase|updates?|reasons?|gaps?|measures|needed)$/i;

/** A short name for an area from a label or heading: `Technical Lessons` is `Technical`. */
export function areaOf(name: string): string {
  const plain = constantValue(name)
    .replace(/\s*\([^()]{0,80}\)\s*/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
  return plain.replace(suffix, '').trim() || plain;
}
