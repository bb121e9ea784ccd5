import { dayAfter, readWorkSpan } from '../calendar/work-span.ts';
import { dayAt } from '../calendar/zoned.ts';
import { momentWindow } from '../figures/index.ts';
import { toEpochMs } from '../values/instant.ts';
import type { FollowedAction, Follow, Subject } from './occasion.ts';

const dayForm = /^\d{4}-\d{2}-\d{2}/;

/** A day as `YYYY-MM-DD`, when the text is one that exists. */
export function dayIn(text: string): string | undefined {
  const day = dayForm.exec(text)?.[0];
  return day === undefined || Number.isNaN(toEpochMs(day)) ? undefined : day;
}

/** The day of an incident from which the horizons of its template count: its stated date, else when it was over, else when it began. */
function baseDay({ record: { incident }, milestones }: Subject, zone: string): string | undefined {
  const stated = dayIn(incident?.date ?? '');
  if (stated !== undefined) return stated;
  const over = milestones.findLast(({ milestone }) => milestone === 'resolved' || milestone === 'mitigated');
  const moments = [incident?.end, over, incident?.start, milestones[0]];
  const windows = moments.map((moment) => (moment === undefined ? undefined : momentWindow(moment)));
  const known = windows.find((window) => window !== undefined);
  return known && dayAt(known.highMs, zone);
}

/** The day an action is due: as stated, else the end of its horizon in the template's ladder. */
export function dueDay({ due, horizon }: FollowedAction, subject: Subject, { calendar }: Follow): string | undefined {
  const stated = dayIn(due);
  if (stated !== undefined || due !== '') return stated;
  const ladder = subject.policy.horizons.find(({ name }) => name.toLowerCase() === horizon.toLowerCase());
  const span = ladder?.within === undefined ? undefined : readWorkSpan(ladder.within);
  const base = span === undefined ? undefined : baseDay(subject, calendar.zone);
  return span === undefined || base === undefined ? undefined : dayAfter(base, span, calendar);
}
