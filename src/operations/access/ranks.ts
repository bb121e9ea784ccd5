import type { PersonRole } from '../../store/tables.ts';

/** Roles from the least to the most they may do. */
export const ranks: readonly PersonRole[] = ['viewer', 'editor', 'approver', 'admin', 'owner'];

/** The lower of two roles: a token never does more than its maker may today. */
export const lowerRole = (one: PersonRole, other: PersonRole): PersonRole =>
  ranks.indexOf(one) < ranks.indexOf(other) ? one : other;
