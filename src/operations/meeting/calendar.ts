import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { meetingCalendar } from './invitation.ts';
import { requireMeeting } from './load.ts';
import { titleOf } from './title-of.ts';

const Input = z.strictObject({ incident: z.string() });
const CalendarFile = z.object({ name: z.string(), text: z.string() });
export type CalendarFile = z.infer<typeof CalendarFile>;

export const calendarOfMeeting: StoredOperation<z.infer<typeof Input>, CalendarFile> = {
  name: 'meeting.calendar',
  sentence: 'Give the meeting of a post-mortem as a calendar file (iCalendar, RFC 5545).',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: CalendarFile,
  route: { method: 'GET', path: '/incidents/{incident}/meeting/calendar' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const meeting = await requireMeeting(context, incident.id);
    const title = await titleOf(context, incident.id);
    const text = meetingCalendar(context, incident, title, { ...meeting, method: 'PUBLISH' });
    return { name: `INC-${incident.number}-meeting.ics`, text };
  },
};
