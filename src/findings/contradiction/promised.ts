import type { Claim } from '../../record/claim.ts';
import type { Context } from '../context.ts';

const promise = /\b(?:agreed|target|sla|slo|allowed|objective|goal|promised|limit|met|not met)\b/i;

/** A value in a table row or under a table header that speaks of promises is a target, and no length of this incident. */
export function isPromised(context: Context, claim: Claim): boolean {
  const row = context.lineText(claim.line).slice(0, 400);
  if (claim.line === undefined || !row.trimStart().startsWith('|')) return false;
  if (promise.test(row)) return true;
  let header = row;
  for (let line = claim.line - 1; line > 0 && claim.line - line <= 20; line--) {
    const above = context.lineText(line).slice(0, 400);
    if (!above.trimStart().startsWith('|')) break;
    header = above;
  }
  return promise.test(header);
}
