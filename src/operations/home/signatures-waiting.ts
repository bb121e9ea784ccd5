import { may } from '../access/permissions.ts';
import { loadIncident } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import { openRoles } from '../signoffs/rules.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { Asker, Waiting } from './waiting.ts';

/** Documents in review whose signatures are looked at: each is compared with the whole content. */
const mostInReview = 20;

/** Who the document names for a role; undefined when it names nobody. */
function namedFor({ record }: LookedAt, role: string): string | undefined {
  const places = [...(record.roles ?? []), ...(record.signoffs ?? [])];
  return places.find((one) => one.role?.toLowerCase() === role.toLowerCase() && (one.name ?? '').trim() !== '')?.name;
}

async function waitsIn(context: StoredContext, one: LookedAt, { isMine, actor }: Asker): Promise<Waiting[]> {
  if (one.template === undefined) return [];
  const { policy } = one.template;
  const incident = await loadIncident(context, one.head.id, 'incident.see');
  const { signoffs, status } = await loadState(context, incident);
  if (status !== 'inReview') return [];
  const about = { ...named(one.head), mine: one.head.createdBy === actor };
  const subject = { status, visibility: incident.visibility, member: true };
  const [role] = openRoles(policy, signoffs);
  if (role === undefined) return may(context.actor, 'incident.approve', subject) ? [{ kind: 'approve', ...about }] : [];
  const signed = signoffs.some(({ valid, person }) => valid && person.id === context.actor.id);
  if (!may(context.actor, 'signoff.sign', subject) || (signed && !policy.signoffBySamePerson)) return [];
  const name = namedFor(one, role);
  const forYou = name !== undefined && isMine(name) !== undefined;
  return name === undefined || forYou ? [{ kind: 'sign', ...about, role, forYou }] : [];
}

/** Signatures and approvals that the person can give now: the next role is theirs, or the document names nobody for it. */
export async function signaturesWaiting(context: StoredContext, all: LookedAt[], asker: Asker): Promise<Waiting[]> {
  const inReview = all.filter(({ head }) => head.status === 'inReview').slice(0, mostInReview);
  return (await Promise.all(inReview.map((one) => waitsIn(context, one, asker)))).flat();
}
