import type { Claim } from '../../record/claim.ts';
import type { Context } from '../context.ts';
import { readSupportHours, type SupportHours } from './support-hours.ts';

const hoursWords = /\b(?:support|business|working|office|service|opening)[ -]hours?\b/i;

/** True when the words around a claim count in hours of a working day: `Resolution time (support hours) | 3 h 45 min`. */
export function namesHours(context: Context, claim: Claim): boolean {
  return hoursWords.test(claim.text) || hoursWords.test(context.lineText(claim.line).slice(0, 2000));
}

const known = new WeakMap<Context, { hours: SupportHours | undefined }>();

/** The daily window that the document states for such hours: `Support hours: Monday–Friday, 08:00–18:00`. Looked up once. */
export function statedHours(context: Context): SupportHours | undefined {
  let found = known.get(context);
  if (found === undefined) known.set(context, (found = { hours: findHours(context) }));
  return found.hours;
}

function findHours(context: Context): SupportHours | undefined {
  if (context.source === undefined || !hoursWords.test(context.source)) return undefined;
  for (const line of context.lines) {
    const hours = hoursWords.test(line) ? readSupportHours(line.slice(0, 400)) : undefined;
    if (hours !== undefined) return hours;
  }
  return undefined;
}
