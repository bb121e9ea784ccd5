import { z } from 'zod';
import { choice, day, flag, line, prose } from './field.ts';
import { moment } from './moment.ts';

/** Work that follows. */
export const Action = z.object({
  id: line(),
  text: line(),
  /** What it does, in the organisation's word: mitigate, prevent, process, documentation. */
  kind: line(),
  owner: line(),
  due: day(),
  horizon: choice(),
  priority: choice(),
  status: choice(),
  ticket: line(),
  verification: line(),
  done: flag(),
});
export type Action = z.infer<typeof Action>;

/** A change that prevents a repeat: area (technical, process, detection, code, runbook ...), topic, implemented or planned. */
export const Prevention = z.object({
  area: line(),
  topic: line(),
  state: choice(),
  text: line(),
  due: day(),
  done: flag(),
});

/** How we will improve, by horizon. */
export const Improvement = z.object({ horizon: choice(), text: line() });

/** A follow-up look: after one week, one month ... */
export const Review = z.object({ interval: line(), date: day(), text: line() });

/** How we will know that it worked. */
export const Criterion = z.object({ text: line(), done: flag() });

/** A step of the aftercare itself: sharing, scheduling, archiving. `group` names its list. */
export const FollowUp = z.object({ group: line(), text: line(), done: flag() });

/** A metric looked at again after 30 days. */
export const FollowUpMetric = z.object({ metric: line(), value: line(), done: flag() });

/** The post-mortem meeting. */
export const Meeting = z.object({
  date: day(),
  at: moment(),
  attendees: line(),
  agenda: line(),
  duration: line(),
  recording: line(),
  notes: prose(),
});

/** One note of the meeting: a point, a decision, an open question. */
export const MeetingNote = z.object({ kind: line(), text: line() });
