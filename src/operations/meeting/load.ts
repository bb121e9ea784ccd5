import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Somebody without an account. */
export const Guest = z.strictObject({ name: z.string().trim().min(1).max(200), email: z.email().max(320) });
export type Guest = z.infer<typeof Guest>;

/** A person as they are invited. */
export type Invited = { id: string; name: string; email: string };

/** A meeting as it is planned. */
export type Meeting = {
  /** Of the plan: it counts its changes, as a calendar does. */
  version: number;
  startsAt: string;
  minutes: number;
  place: string;
  people: Invited[];
  guests: Guest[];
  ticked: string[];
  cancelledAt: string | null;
};

type Row = Omit<Meeting, 'startsAt' | 'cancelledAt' | 'people'> & {
  startsAt: Date;
  cancelledAt: Date | null;
  people: Invited[] | null;
};

const statement = `select version, starts_at as "startsAt", minutes, place, guests, ticked, cancelled_at as "cancelledAt",
    (select json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email) order by p.name, p.id)
      from person p where p.id = any(m.people)) as people
  from meeting m where incident_id = $1`;

/** The meeting of an incident, also one that was cancelled; undefined when none was planned. */
export async function loadMeeting({ database }: StoredContext, incidentId: string): Promise<Meeting | undefined> {
  const { rows } = await database.query<Row>({ text: statement, values: [incidentId] });
  return rows.map(({ startsAt, cancelledAt, people, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    cancelledAt: cancelledAt?.toISOString() ?? null,
    people: people ?? [],
  }))[0];
}

/** @throws HindcastError `meeting.none` */
export async function requireMeeting(context: StoredContext, incidentId: string): Promise<Meeting> {
  const meeting = await loadMeeting(context, incidentId);
  if (meeting === undefined || meeting.cancelledAt !== null) throw new HindcastError('meeting.none');
  return meeting;
}

/** @throws HindcastError `record.conflict` when the plan is another than the caller saw */
export function requireSeen(meeting: Meeting | undefined, seen: number): void {
  const version = meeting?.version ?? 0;
  if (version === seen) return;
  const data = { path: 'meeting', yours: null, theirs: meeting ?? null, version };
  throw new HindcastError(
    'record.conflict',
    { path: 'meeting', seen: String(seen), version: String(version) },
    { data },
  );
}

/** Those who can be invited, of some ids. @throws HindcastError `meeting.person` for one who cannot */
export async function requireInvited({ database }: StoredContext, ids: readonly string[]): Promise<Invited[]> {
  if (ids.length === 0) return [];
  const { rows } = await database.query<Invited>({
    text: 'select id, name, email from person where id = any($1::uuid[]) and disabled_at is null order by name, id',
    values: [ids],
  });
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw new HindcastError('meeting.person', { id: missing });
  return rows;
}
