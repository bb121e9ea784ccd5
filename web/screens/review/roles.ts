import type { Policy } from '../../../src/record/policy.ts';
import type { Signoff } from '../../../src/operations/signoffs/signoff.ts';
import { words } from '../../words/index.ts';

const own = words.review.signoffs;

/** A role of the template: its signatures, the last one last, and why one cannot give the next. */
export type RoleRow = {
  role: string;
  state: 'holds' | 'void' | 'open';
  signoffs: Signoff[];
  /** Absent when it is one's turn. */
  hindrance?: string;
};

type Given = {
  policy: Pick<Policy, 'signoff' | 'signoffBySamePerson'>;
  signoffs: readonly Signoff[];
  status: string;
  me: { id: string; may: string[] };
};

/** The roles in their order. What the server would refuse is not offered; it decides all the same. */
export function rolesOf({ policy, signoffs, status, me }: Given): RoleRow[] {
  const valid = signoffs.filter((signoff) => signoff.valid);
  const signed = new Set(valid.map(({ role }) => role));
  const turn = policy.signoff.find((role) => !signed.has(role));
  const mine = policy.signoffBySamePerson ? undefined : valid.find(({ person }) => person.id === me.id);
  const hindranceOf = (role: string): string | undefined => {
    if (status !== 'inReview') return own.notInReview;
    if (turn !== undefined && turn !== role) return own.waits(turn);
    if (!me.may.includes('signoff.sign')) return own.mayNot;
    return mine === undefined ? undefined : own.otherRole(mine.role);
  };
  return policy.signoff.map((role) => {
    const given = signoffs.filter((signoff) => signoff.role === role);
    const hindrance = hindranceOf(role);
    return {
      role,
      state: signed.has(role) ? 'holds' : given.length === 0 ? 'open' : 'void',
      signoffs: given,
      ...(hindrance === undefined ? {} : { hindrance }),
    };
  });
}
