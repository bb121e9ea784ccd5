import { HindcastError } from '../operations/errors.ts';

/** Levels of objects and lists; no record is nested deeper than a fourth of it. */
const mostLevels = 40;

function requireText(text: string): void {
  if (!text.isWellFormed())
    throw new HindcastError('body.invalid', { reason: 'half of a surrogate pair stands alone in a text' });
  if (text.includes('\0'))
    throw new HindcastError('body.invalid', { reason: 'a text holds U+0000, which cannot be kept' });
}

/**
 * Refuses what no database keeps and no program needs: texts with U+0000 or half a character, endless nesting. Walks level by level,
 * so that depth cannot exhaust the stack.
 * @throws HindcastError `body.invalid`
 */
export function requireClean(input: unknown): void {
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels)
      throw new HindcastError('body.invalid', { reason: `nested more than ${mostLevels} levels deep` });
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') requireText(value);
      else if (Array.isArray(value)) for (const inner of value) next.push(inner);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) {
          requireText(name);
          next.push(inner);
        }
    }
    level = next;
  }
}
