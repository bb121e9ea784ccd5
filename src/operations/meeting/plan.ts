import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { planInRecord } from './in-record.ts';
import { invitationOf } from './invitation.ts';
import { Guest, loadMeeting, requireInvited, requireSeen } from './load.ts';
import { titleOf } from './title-of.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** When it begins, with its offset: 2026-11-26T14:00:00+01:00. */
  startsAt: z.iso.datetime({ offset: true }),
  minutes: z.number().int().min(5).max(600).default(60),
  /** A room, or the address of a call. */
  place: z.string().trim().max(500).default(''),
  /** Ids of people who are invited. */
  people: z.array(z.guid()).max(200).default([]),
  /** Those without an account. */
  guests: z.array(Guest).max(100).default([]),
  /** The version of the plan that the caller saw; 0 for none. */
  seen: z.number().int().min(0).max(2_000_000_000),
});
type Input = z.infer<typeof Input>;

const Planned = z.object({ version: z.number().int(), startsAt: z.string(), invited: z.number().int() });
type Planned = z.infer<typeof Planned>;

async function plan(context: StoredContext, input: Input): Promise<Planned> {
  const { incident: reference, minutes, place, guests, seen } = input;
  const incident = await loadIncident(context, reference, 'meeting.hold');
  const startsAt = new Date(input.startsAt).toISOString();
  return retried(async () => {
    const before = await loadMeeting(context, incident.id);
    requireSeen(before, seen);
    const people = await requireInvited(context, [...new Set(input.people)]);
    const version = seen + 1;
    const planned = { version, startsAt, minutes, place, people, guests };
    const [title, organizers, inRecord] = await Promise.all([
      titleOf(context, incident.id),
      requireInvited(context, [context.actor.personId ?? context.actor.id]),
      planInRecord(context, incident, planned),
    ]);
    const [organizer] = organizers;
    const isNew = before === undefined || before.cancelledAt !== null;
    // Who was invited before and is not any more takes it out of the calendar.
    const gone = (isNew ? [] : before.people).filter(({ id }) => !people.some((one) => one.id === id));
    const goneGuests = (isNew ? [] : before.guests).filter(({ email }) => !guests.some((one) => one.email === email));
    const told = [
      invitationOf(context, incident, title, { ...planned, organizer, what: isNew ? 'planned' : 'moved' }),
      ...(gone.length + goneGuests.length === 0
        ? []
        : [
            invitationOf(context, incident, title, {
              ...planned,
              people: gone,
              guests: goneGuests,
              organizer,
              what: 'cancelled',
            }),
          ]),
    ];
    const ids = `{${people.map(({ id }) => id).join(',')}}`;
    const statement = sql`insert into meeting (incident_id, starts_at, minutes, place, people, guests)
      values (${incident.id}::uuid, ${startsAt}::timestamptz, ${minutes}, ${place}, ${ids}::uuid[], ${JSON.stringify(guests)}::json)
      on conflict (incident_id) do update set starts_at = excluded.starts_at, minutes = excluded.minutes, place = excluded.place,
        people = excluded.people, guests = excluded.guests, cancelled_at = null, version = meeting.version + 1
      where meeting.version = ${seen}`;
    const decision = {
      operation: 'meeting.plan',
      subject: 'meeting',
      payload: { startsAt, minutes, place, people: people.map(({ id }) => id), guests: guests.length, version },
      changes: [{ statement }, ...inRecord, enqueueNotices(context, told)],
      result: { version, startsAt, invited: people.length + guests.length },
    };
    return inRecord.length === 0
      ? save(context, { ...decision, incidentId: incident.id })
      : saveEdit(context, incident, decision);
  });
}

export const planMeeting: StoredOperation<Input, Planned> = {
  name: 'meeting.plan',
  sentence: 'Plan the meeting of a post-mortem, or change the plan: those named are invited with a calendar entry.',
  permission: 'meeting.hold',
  effect: 'write',
  input: Input,
  output: Planned,
  route: { method: 'PUT', path: '/incidents/{incident}/meeting' },
  run: plan,
};
