import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { invitationOf } from './invitation.ts';
import { requireInvited, requireMeeting, requireSeen } from './load.ts';
import { titleOf } from './title-of.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** The version of the plan that the caller saw. */
  seen: z.number().int().min(1).max(2_000_000_000),
});

const Cancelled = z.object({ version: z.number().int() });

export const cancelMeeting: StoredOperation<z.infer<typeof Input>, z.infer<typeof Cancelled>> = {
  name: 'meeting.cancel',
  sentence: 'Cancel the meeting of a post-mortem; those invited are told, and it leaves their calendars.',
  permission: 'meeting.hold',
  effect: 'write',
  input: Input,
  output: Cancelled,
  route: { method: 'POST', path: '/incidents/{incident}/meeting/cancel' },
  run: async (context, { incident: reference, seen }) => {
    const incident = await loadIncident(context, reference, 'meeting.hold');
    return retried(async () => {
      const meeting = await requireMeeting(context, incident.id);
      requireSeen(meeting, seen);
      const version = seen + 1;
      const title = await titleOf(context, incident.id);
      const [organizer] = await requireInvited(context, [context.actor.personId ?? context.actor.id]);
      const told = invitationOf(context, incident, title, { ...meeting, version, organizer, what: 'cancelled' });
      const statement = sql`update meeting set cancelled_at = ${context.now}::timestamptz, version = version + 1
        where incident_id = ${incident.id}::uuid and version = ${seen} and cancelled_at is null`;
      return save(context, {
        operation: 'meeting.cancel',
        incidentId: incident.id,
        subject: 'meeting',
        payload: { startsAt: meeting.startsAt, version },
        changes: [{ statement }, enqueueNotices(context, [told])],
        result: { version },
      });
    });
  },
};
