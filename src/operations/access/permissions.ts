import type { PersonRole, Status, Visibility } from '../../store/tables.ts';
import type { Actor } from './actor.ts';
import { ranks } from './ranks.ts';

/** What a rule may look at beside the actor. */
export type Subject = {
  status?: Status;
  visibility?: Visibility;
  /** The actor is named on the restricted incident. */
  member?: boolean;
};

/** One permission: a sentence a person can read, and the same as a rule. */
export type Rule = { sentence: string; allows: (actor: Actor, subject: Subject) => boolean };

const atLeast = (actor: Actor, role: PersonRole): boolean => ranks.indexOf(actor.role) >= ranks.indexOf(role);
const sees = (actor: Actor, { visibility, member }: Subject): boolean =>
  visibility !== 'restricted' || member === true || atLeast(actor, 'admin');
const open = ({ status }: Subject): boolean => status !== 'archived';

/** Every permission there is. Operations name one; the faces ask nothing else. A token needs the permission in its scopes, too. */
export const permissions = {
  'documents.use': {
    sentence: 'Everybody signed in reads, checks, writes and drafts documents that they bring along.',
    allows: () => true,
  },
  'incident.see': {
    sentence: 'Everybody signed in sees incidents; restricted ones only their members, admins and owners.',
    allows: sees,
  },
  'incident.create': { sentence: 'Editors and above create incidents.', allows: (actor) => atLeast(actor, 'editor') },
  'incident.edit': {
    sentence: 'Editors and above change incidents that they see and that are not archived.',
    allows: (actor, subject) => atLeast(actor, 'editor') && sees(actor, subject) && open(subject),
  },
  'incident.approve': {
    sentence: 'Approvers and above move incidents that they see on: approve, publish, archive.',
    allows: (actor, subject) => actor.kind === 'person' && atLeast(actor, 'approver') && sees(actor, subject),
  },
  'incident.reopen': {
    sentence: 'Owners reopen archived incidents; tokens never do.',
    allows: (actor) => actor.kind === 'person' && atLeast(actor, 'owner'),
  },
  'incident.restrict': {
    sentence: 'Admins and owners restrict incidents and name their members.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'signoff.sign': {
    sentence: 'People sign off incidents that they see; tokens, agents and the system never do.',
    allows: (actor, subject) =>
      actor.kind === 'person' && atLeast(actor, 'editor') && sees(actor, subject) && open(subject),
  },
  'evidence.see': { sentence: 'Who sees an incident sees its evidence.', allows: sees },
  'evidence.add': {
    sentence: 'Editors and above add evidence to incidents that they see and that are not archived.',
    allows: (actor, subject) => atLeast(actor, 'editor') && sees(actor, subject) && open(subject),
  },
  'evidence.retain': {
    sentence: 'Admins and owners end the retention of evidence.',
    allows: (actor) => actor.kind === 'person' && atLeast(actor, 'admin'),
  },
  'template.see': { sentence: 'Everybody signed in sees templates.', allows: () => true },
  'template.change': {
    sentence: 'Admins and owners add, change and archive templates.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'people.see': { sentence: 'Everybody signed in sees who is there.', allows: () => true },
  'people.change': {
    sentence: 'Admins and owners invite people, change roles and disable them; tokens never do.',
    allows: (actor) => actor.kind !== 'token' && atLeast(actor, 'admin'),
  },
  'token.own': {
    sentence: 'People make and revoke tokens of their own; a token makes none.',
    allows: (actor) => actor.kind === 'person',
  },
  'self.change': {
    sentence: 'People manage their own passkeys and sessions.',
    allows: (actor) => actor.kind === 'person',
  },
  'settings.see': { sentence: 'Admins and owners see settings.', allows: (actor) => atLeast(actor, 'admin') },
  'settings.change': {
    sentence: 'Owners change settings; tokens never do.',
    allows: (actor) => actor.kind !== 'token' && atLeast(actor, 'owner'),
  },
  'ledger.see': {
    sentence: 'Everybody signed in sees the ledger: numbers, hashes, checkpoints and proofs.',
    allows: () => true,
  },
  'ledger.keep': {
    sentence: 'Admins and owners have the whole ledger verified and its checkpoints anchored elsewhere.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'ledger.erase': {
    sentence: 'Owners erase the payload of an entry on request; its hash stays.',
    allows: (actor) => actor.kind === 'person' && atLeast(actor, 'owner'),
  },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** True when the actor may, by role and, for a token, by scope. */
export function may(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  const rule: Rule = permissions[permission];
  const scoped = actor.scopes === undefined || actor.scopes.includes(permission);
  return scoped && rule.allows(actor, subject);
}
