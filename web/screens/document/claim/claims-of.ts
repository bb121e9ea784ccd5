import type { Claim } from '../../../../src/record/claim.ts';
import { useNewest } from '../shown.ts';

/** A claim with what a change of it has to name. */
export type FoundClaim = { claim: Claim; index: number; id: string; version: number };

/** The claims about a figure that have places of their own in a document: what prose or a title says is read there. */
export function useClaims(figure: string | undefined): FoundClaim[] {
  const claims = useNewest(({ shown }) => shown.record.claims);
  const kept = useNewest(({ shown }) => shown.versions['claims']);
  return (claims ?? []).flatMap((claim, index) => {
    if (claim.figure !== figure || claim.origin === 'prose' || claim.origin === 'title') return [];
    const { id = '', version = 0 } = (Array.isArray(kept) ? kept[index] : undefined) ?? {};
    return [{ claim, index, id, version }];
  });
}
