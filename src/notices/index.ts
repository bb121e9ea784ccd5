import { actionAssigned } from './kinds/action-assigned.ts';
import { actionDue } from './kinds/action-due.ts';
import { actionEscalated } from './kinds/action-escalated.ts';
import { actionOverdue } from './kinds/action-overdue.ts';
import { announcement } from './kinds/announcement.ts';
import { channelTest } from './kinds/channel-test.ts';
import { clockRunningOut } from './kinds/clock-running-out.ts';
import { commentMention } from './kinds/comment-mention.ts';
import { digest } from './kinds/digest.ts';
import { documentApproved } from './kinds/document-approved.ts';
import { documentPublished } from './kinds/document-published.ts';
import { meetingInvited } from './kinds/meeting-invited.ts';
import { pollAsked } from './kinds/poll-asked.ts';
import { reviewDue } from './kinds/review-due.ts';
import { signoffWaiting } from './kinds/signoff-waiting.ts';
import { statusConfirm } from './kinds/status-confirm.ts';
import { statusUpdate } from './kinds/status-update.ts';
import type { NoticeKind } from './notice-kind.ts';

/** Everything that people are told. A new kind is a file and a line here. */
export const noticeKinds = [
  actionAssigned,
  actionDue,
  actionOverdue,
  actionEscalated,
  meetingInvited,
  pollAsked,
  reviewDue,
  clockRunningOut,
  signoffWaiting,
  commentMention,
  documentApproved,
  documentPublished,
  digest,
  channelTest,
  announcement,
  statusConfirm,
  statusUpdate,
] as const;

type Kind = (typeof noticeKinds)[number];
export type NoticeName = Kind['name'];
type ValuesOf<Name extends NoticeName> =
  Extract<Kind, { name: Name }> extends NoticeKind<Name, infer Values> ? Values : never;

/** A kind and what it tells. */
export type NoticeText = { [Name in NoticeName]: { kind: Name; values: ValuesOf<Name> } }[NoticeName];

/** A kind by its name; undefined for one that this version does not know. */
export const noticeKindNamed = (name: string): NoticeKind<string, unknown> | undefined =>
  noticeKinds.find((kind) => kind.name === name) as NoticeKind<string, unknown> | undefined;
