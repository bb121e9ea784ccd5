import { sql } from 'kysely';
import type { PersonRole, Visibility } from '../../store/tables.ts';
import { loadChannels, type KeptChannel } from '../channel/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Outside } from './enqueue.ts';
import { type FreshNotice, type OpenChannel, planNotice } from './plan.ts';

type Row = {
  id: string;
  kind: string;
  incident_id: string | null;
  outside: Outside | null;
  severity: string | null;
  visibility: Visibility | null;
  person_id: string | null;
  name: string | null;
  email: string | null;
  role: PersonRole | null;
  disabled: boolean;
  member: boolean;
  preference: unknown;
};

const most = 500;

async function freshNotices({ database }: StoredContext): Promise<FreshNotice[]> {
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.incident_id, n.outside, h.severity, h.visibility, n.person_id, p.name, p.email, p.role,
      p.disabled_at is not null as disabled, f.value as preference,
      exists (select 1 from incident_member m where m.incident_id = n.incident_id and m.person_id = n.person_id) as member
    from notice n
      left join person p on p.id = n.person_id
      left join preference f on f.person_id = n.person_id
      left join incident_head h on h.incident_id = n.incident_id
    where n.state = 'new' order by n.number limit ${most}`.execute(database.kysely);
  return rows.map(({ incident_id: incidentId, person_id: personId, disabled, member, ...row }) => {
    const { id, kind, severity, visibility, outside, preference, name, email, role } = row;
    const person =
      personId === null || name === null || email === null || role === null
        ? null
        : { id: personId, name, email, role, disabled, member };
    return { id, kind, incidentId, severity, visibility, preference, outside, person };
  });
}

const openChannel = ({ id, name, type, kinds, severities, secret }: KeptChannel): OpenChannel => ({
  id,
  name,
  type,
  kinds,
  severities,
  toPeople: type === 'slack' && 'token' in secret,
});

/** Decides about notices that came since. Two processes may do so at once: each notice is taken by one. Gives how many there were. */
export async function routeNotices(context: StoredContext): Promise<number> {
  const fresh = await freshNotices(context);
  if (fresh.length === 0) return 0;
  const channels = (await loadChannels(context)).map(openChannel);
  const { now, database, newId, config } = context;
  const around = { now, channels, zone: config.zone ?? 'UTC', hasMail: context.mail !== undefined };
  const plans = fresh.map((notice) => ({ notice, plan: planNotice(notice, around) }));
  const taken = plans.map(({ notice, plan: { state, reason } }) => ({ id: notice.id, state, reason }));
  const ways = plans.flatMap(({ notice, plan }) =>
    plan.ways.map((way) => ({
      id: newId(),
      notice_id: notice.id,
      kind: notice.kind,
      incident_id: notice.incidentId,
      ...way,
    })),
  );
  await sql`
    with taken as (
      update notice n set state = t.state, reason = t.reason
      from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as t (id uuid, state text, reason text)
      where n.id = t.id and n.state = 'new' returning n.id)
    insert into outgoing (id, notice_id, kind, way, receiver, person_id, channel_id, told, incident_id, state, problem, created_at, since, next_at, done_at)
      select w.id, w.notice_id, w.kind, w.way, w.receiver, w."personId", w."channelId", w.told, w.incident_id,
        case when w.problem is null then 'waiting' else 'dropped' end, w.problem,
        ${now}::timestamptz, w."nextAt", w."nextAt", case when w.problem is null then null else ${now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as w (id uuid, notice_id uuid, kind text, way text, receiver text,
        "personId" uuid, "channelId" uuid, told text, incident_id uuid, problem text, "nextAt" timestamptz)
      where w.notice_id in (select id from taken)
      order by w."nextAt"`.execute(database.kysely);
  return fresh.length;
}
