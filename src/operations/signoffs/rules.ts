import type { Policy } from '../../record/policy.ts';
import { HindcastError } from '../errors.ts';
import type { State } from '../lifecycle/state.ts';
import type { Signoff } from './signoff.ts';

/** The roles of a template without a valid signature, in their order. */
export function openRoles({ signoff: roles }: Policy, signoffs: readonly Signoff[]): string[] {
  const signed = new Set(signoffs.filter(({ valid }) => valid).map(({ role }) => role));
  return roles.filter((role) => !signed.has(role));
}

/**
 * Says no to a signature that the template does not provide for now.
 * @throws HindcastError `signoff.role`, `signoff.not-in-review`, `signoff.given`, `signoff.order`, `signoff.same-person`
 */
export function requireTurn(
  policy: Policy,
  { status, signoffs }: Pick<State, 'status' | 'signoffs'>,
  { role, personId }: { role: string; personId: string },
): void {
  if (!policy.signoff.includes(role))
    throw new HindcastError('signoff.role', { role, known: policy.signoff.join(', ') || 'none' });
  if (status !== 'inReview') throw new HindcastError('signoff.not-in-review', { status });
  const valid = signoffs.filter((signoff) => signoff.valid);
  if (valid.some((signoff) => signoff.role === role)) throw new HindcastError('signoff.given', { role });
  const [first = role] = openRoles(policy, signoffs);
  if (first !== role) throw new HindcastError('signoff.order', { role, first });
  const other = valid.find(({ person }) => person.id === personId);
  if (other !== undefined && !policy.signoffBySamePerson)
    throw new HindcastError('signoff.same-person', { role, other: other.role });
}
