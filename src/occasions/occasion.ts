import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Standing } from '../clocks/index.ts';
import type { NoticeText } from '../notices/index.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { Policy } from '../record/policy.ts';
import type { TimelineEvent } from '../record/timeline.ts';

/** A moment at which something is to be said about an incident. */
export type Occasion = {
  /**
   * Names it within its incident for good: it fires once. Made of what it is about, what it counts to or from, and the step, so that
   * another due day makes another one; never of the moment itself, which moves with the calendar.
   */
  key: string;
  kind: string;
  /** When it is to be said: RFC 3339 in UTC. */
  at: string;
  /** Of several about the same that were missed, only the last is said. */
  about: string;
  /** Texts that name people as the document does. Where none of them is known, and where there are none, it goes to the lead. */
  to: readonly string[];
  /** What it is about in the words of the document: `AI-001 Alert on the backlog`. */
  label: string;
  /** What it counts to: a day, or an instant. */
  due: string;
  /** Where it stands on its ladder: `-3bd`, `+1w`, `50%`, `over`. */
  step: string;
  /** The notice, as it reads at the moment at which it goes out. */
  tell: (nowMs: number) => NoticeText;
};

/** An action as it stands: what its document says, and what happened to it since. */
export type FollowedAction = {
  /** Of its entry: it stays when the document calls it otherwise. */
  id: string;
  label: string;
  text: string;
  owner: string;
  /** As stated; any text. */
  due: string;
  horizon: string;
  /** Still to be done: neither done nor verified nor declined. */
  open: boolean;
};

/** A review that was moved, agreed on or held. */
export type KeptReview = { rung: string; day: string | null; reason: string | null; held: boolean };

/** An incident as far as its occasions hang on it. */
export type Subject = {
  /** Without timeline and actions, which stand below. */
  record: PostmortemRecord;
  /** Milestones of the timeline. */
  milestones: readonly TimelineEvent[];
  policy: Policy;
  /** Its document is approved: what was to be written is written. */
  written: boolean;
  actions: readonly FollowedAction[];
  /** Clocks of laws and contracts, as they stand. */
  clocks: readonly Standing[];
  /** None without it. */
  reviews?: readonly KeptReview[];
};

/** How an organisation follows up. Spans as `3bd`, `1w`, `1mo`. */
export type Follow = {
  calendar: WorkCalendar;
  /** Time of day at which what hangs on a day is said. */
  hour: string;
  remindBefore: readonly string[];
  remindAfter: readonly string[];
  escalateAfter: readonly string[];
  /** Parts of a deadline after which it is spoken of, in percent. */
  warnAt: readonly number[];
  /** The same for clocks of laws and contracts, and how long after their end they are spoken of again. */
  clockWarnAt: readonly number[];
  clockOverdueAfter: readonly string[];
};

/** One kind of occasion, in a file of its own. */
export type OccasionKind = {
  /** Occasions of this kind begin with it: `action-reminder`. */
  kind: string;
  plan: (subject: Subject, follow: Follow) => Occasion[];
};
