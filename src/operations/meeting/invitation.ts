import { calendarText } from '../../notices/calendar.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { NewNotice } from '../notice/enqueue.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Invited, Meeting } from './load.ts';

type Planned = Pick<Meeting, 'version' | 'startsAt' | 'minutes' | 'place' | 'people' | 'guests'>;

/** When a meeting ends. */
export const endOf = ({ startsAt, minutes }: Pick<Planned, 'startsAt' | 'minutes'>): string =>
  new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();

/** The meeting as an entry of a calendar. */
export function meetingCalendar(
  { origin, now }: Pick<StoredContext, 'origin' | 'now'>,
  { id, number }: IncidentRow,
  title: string,
  meeting: Planned & { organizer?: Invited | undefined; method: 'PUBLISH' | 'REQUEST' | 'CANCEL' },
): string {
  const { version, startsAt, minutes, place, people, guests, organizer, method } = meeting;
  const url = `${origin}/incidents/INC-${number}/meeting`;
  return calendarText({
    name: `INC-${number} ${title}`,
    method,
    at: now,
    events: [
      {
        uid: `meeting-${id}@${new URL(origin).hostname}`,
        sequence: version,
        when: { start: startsAt, end: endOf({ startsAt, minutes }) },
        summary: `Post-mortem meeting: INC-${number} ${title}`,
        description: [...(place === '' ? [] : [place]), url].join('\n'),
        url,
        ...(organizer === undefined ? {} : { organizer }),
        attendees: [...people, ...guests],
      },
    ],
  });
}

/** What those who are invited are told: once for each version of the plan. */
export function invitationOf(
  context: StoredContext,
  incident: IncidentRow,
  title: string,
  meeting: Planned & { organizer: Invited | undefined; what: 'planned' | 'moved' | 'cancelled' },
): NewNotice {
  const { version, startsAt, minutes, place, people, guests, organizer, what } = meeting;
  const method = what === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const);
  return {
    key: `meeting:${incident.id}:${version}:${what}`,
    kind: 'meeting.invited',
    values: { what, startsAt, minutes, place, by: organizer?.name ?? '' },
    incidentId: incident.id,
    people: people.map(({ id }) => id),
    outside: guests.map(({ email }) => ({ name: email, email })),
    toChannels: false,
    calendar: { method, text: meetingCalendar(context, incident, title, { ...meeting, method }) },
  };
}
