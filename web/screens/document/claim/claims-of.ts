import type { Claim } from '../../../../src/record/claim.ts';
import { useEntries } from '../record-at.ts';

/** A claim with what a change of it has to name. */
export type FoundClaim = { claim: Claim; index: number; id: string; version: number };

/** The claims about a figure that have places of their own in a document: what prose or a title says is read there. */
export const useClaims = (figure: string | undefined): FoundClaim[] =>
  useEntries('claims').flatMap(({ value, ...kept }) => {
    const claim = value as Claim;
    return claim.figure !== figure || claim.origin === 'prose' || claim.origin === 'title' ? [] : [{ claim, ...kept }];
  });
