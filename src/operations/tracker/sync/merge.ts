import type { IssueField, IssueValues } from '../../../outbound/trackers/index.ts';

/** An action in the fields that an issue has; empty ones are null. */
export type OurValues = Record<IssueField, string | null>;
/** A value here and a value there. */
export type Pair = [ours: string | null, theirs: string | null];
export type Pairs = Partial<Record<IssueField, Pair>>;

/** What makes both sides say the same again. */
export type Merge = {
  /** What the issue is to say. */
  push: Partial<IssueValues>;
  /** What the action is to say. */
  pull: Partial<OurValues>;
  /** What both sides were in step with, as far as nothing has to be done for it. */
  agreed: Pairs;
  /** What is different on both sides since then: a person decides. */
  conflicts: Pairs;
};

/** How values are told on the other side. */
export type Translation = {
  /** Fields that the tracker has. */
  fields: readonly IssueField[];
  /** What the issue has to say for a value of the action; undefined when it cannot. */
  toTheirs: (field: IssueField, ours: string | null) => string | null | undefined;
  /** What the action has to say for a value of the issue. */
  toOurs: (field: IssueField, theirs: string | null) => string | null;
};

/** For a field that was never in step: what says something counts; titles may differ. */
function firstPair(field: IssueField, ours: string | null, theirs: string | null): Pair | undefined {
  if (field === 'title') return [ours, theirs];
  if (field === 'state') return ours === 'open' ? [ours, 'open'] : undefined;
  if (ours === null) return [null, null];
  return theirs === null ? [null, null] : undefined;
}

/**
 * Compares both sides with what they last agreed upon: what one side changed goes to the other, what both changed is a conflict
 * unless they changed it to the same. What we sent comes back as agreed, so that nothing goes round. Pure.
 */
export function merge(
  agreed: Pairs,
  ours: OurValues,
  theirs: IssueValues,
  { fields, toTheirs, toOurs }: Translation,
): Merge {
  const result: Merge = { push: {}, pull: {}, agreed: {}, conflicts: {} };
  for (const field of fields) {
    const [here, there] = [ours[field], theirs[field] ?? null];
    const told = toTheirs(field, here);
    const before = agreed[field] ?? (told === there ? undefined : firstPair(field, here, there));
    const [isOurs, isTheirs] = [before?.[0] !== here, before?.[1] !== there];
    if (told === there || (!isOurs && !isTheirs)) result.agreed[field] = [here, there];
    else if (before !== undefined && !isTheirs && told === undefined) result.agreed[field] = [here, there];
    else {
      if (before !== undefined) result.agreed[field] = before;
      if (before === undefined || (isOurs && isTheirs)) result.conflicts[field] = [here, there];
      else if (isTheirs) result.pull[field] = toOurs(field, there);
      else result.push[field] = told as never;
    }
  }
  return result;
}

/** What has to count as agreed so that one side of a conflict goes to the other. */
export const decided = ([ours, theirs]: Pair, keep: 'ours' | 'theirs'): Pair =>
  keep === 'ours' ? [`not ${ours}`, theirs] : [ours, `not ${theirs}`];
