import type { PersonRole, Status, Visibility } from '../../store/tables.ts';
import type { Actor } from './actor.ts';
import { ranks } from './ranks.ts';

/** What a rule may look at beside the actor. */
export type Subject = {
  status?: Status;
  visibility?: Visibility;
  /** The actor is named on the restricted incident. */
  member?: boolean;
  /** The actor wrote it; absent as long as that is not known. */
  own?: boolean;
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
  'incident.propose': {
    sentence: 'Who sees an incident that is not archived proposes changes of it; a person accepts or refuses them.',
    allows: (actor, subject) => sees(actor, subject) && open(subject),
  },
  'incident.accept': {
    sentence: 'Editors and above accept or refuse what is proposed for incidents that they see; tokens never do.',
    allows: (actor, subject) =>
      actor.kind === 'person' && atLeast(actor, 'editor') && sees(actor, subject) && open(subject),
  },
  'action.follow': {
    sentence: 'Editors and above finish, reopen and hand on actions of incidents that they see, archived ones, too.',
    allows: (actor, subject) => atLeast(actor, 'editor') && sees(actor, subject),
  },
  'action.decide': {
    sentence: 'People, from editors up, commit to actions, verify and decline them; tokens and agents never do.',
    allows: (actor, subject) => actor.kind === 'person' && atLeast(actor, 'editor') && sees(actor, subject),
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
  'comment.add': {
    sentence: 'Who sees an incident that is not archived comments on it and suggests changes.',
    allows: (actor, subject) => sees(actor, subject) && open(subject),
  },
  'comment.edit': {
    sentence: 'Who wrote a comment changes what it says; nobody else does.',
    allows: (actor, subject) => sees(actor, subject) && open(subject) && subject.own !== false,
  },
  'comment.settle': {
    sentence: 'Editors and above resolve, decline and reopen comments; others only what they began themselves.',
    allows: (actor, subject) =>
      sees(actor, subject) && open(subject) && (atLeast(actor, 'editor') || subject.own !== false),
  },
  'comment.remove': {
    sentence: 'Who wrote a comment removes it; admins and owners remove any.',
    allows: (actor, subject) =>
      sees(actor, subject) && open(subject) && (atLeast(actor, 'admin') || subject.own !== false),
  },
  'review.hold': {
    sentence: 'Editors and above hold looks back at incidents that they see and move their day, archived ones as well.',
    allows: (actor, subject) => atLeast(actor, 'editor') && sees(actor, subject),
  },
  'meeting.hold': {
    sentence:
      'People, from editors up, plan meetings, tick their agenda and have checks asked, of archived incidents as well.',
    allows: (actor, subject) => actor.kind === 'person' && atLeast(actor, 'editor') && sees(actor, subject),
  },
  'poll.answer': {
    sentence: 'People who were asked answer the checks of an incident that they see; tokens never do.',
    allows: (actor, subject) => actor.kind === 'person' && sees(actor, subject),
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
  'clock.settle': {
    sentence:
      'Editors and above say of incidents that they see, archived ones too, which clocks apply and how they were met.',
    allows: (actor, subject) => atLeast(actor, 'editor') && sees(actor, subject),
  },
  'hook.see': {
    sentence: 'Admins and owners see hooks and what was delivered to them.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'hook.change': {
    sentence: 'Admins and owners make, change, rotate and revoke hooks, and have deliveries read again.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'channel.see': {
    sentence: 'Admins and owners see the channels of the organisation; never their addresses and keys.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'channel.change': {
    sentence: 'Admins and owners add, change, try and remove channels of the organisation; tokens never do.',
    allows: (actor) => actor.kind !== 'token' && atLeast(actor, 'admin'),
  },
  'notice.see': {
    sentence: 'Admins and owners see what goes out to people and channels.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'notice.change': {
    sentence: 'Admins and owners have notices sent again, or drop them.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'signal.see': {
    sentence: 'Editors and above see signals that belong to no incident, and decide about them.',
    allows: (actor) => atLeast(actor, 'editor'),
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
  'service.see': {
    sentence: 'Everybody signed in sees which services are watched and how; never the secrets for it.',
    allows: () => true,
  },
  'service.change': {
    sentence: 'Admins and owners say how services are watched, and try their queries.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'tracker.see': {
    sentence:
      'Everybody signed in sees which trackers actions can be sent to and how it goes with them; never their tokens.',
    allows: () => true,
  },
  'tracker.change': {
    sentence: 'Admins and owners say which trackers there are and how they are reached.',
    allows: (actor) => atLeast(actor, 'admin'),
  },
  'metrics.see': {
    sentence: 'Admins and owners see the numbers of the running server; a token for it can have this scope alone.',
    allows: (actor) => atLeast(actor, 'admin'),
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
