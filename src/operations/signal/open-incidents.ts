import type { OpenIncident } from '../../correlation/index.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Incidents that signals may join by a rule, the newest first; who wants an older one joins by hand. */
const mostOpen = 500;

type Row = {
  id: string;
  number: string;
  created: Date;
  restricted: boolean;
  services: string | null;
  start: string | null;
  end: string | null;
  told: { service: string[]; condition: string[]; from: number } | null;
};

/** Draft and reviewed incidents, with what rules look at: their services, alerts, and when they began. */
export async function openIncidents({ database }: Pick<StoredContext, 'database'>): Promise<OpenIncident[]> {
  const { rows } = await database.query<Row>({
    text: `select i.id, i.number, i.created_at as created, i.visibility = 'restricted' as restricted, p.value->>'services' as services, p.value->'start'->>'at' as start,
        p.value->'end'->>'at' as "end",
        (select json_build_object('service', coalesce(json_agg(distinct s.service) filter (where s.service is not null), '[]'),
           'condition', coalesce(json_agg(distinct s.condition_key) filter (where s.condition_key is not null), '[]'),
           'from', min(s.epoch_ms)) from signal s where s.incident_id = i.id having count(*) > 0) as told
      from incident i left join kept_part p on p.incident_id = i.id and p.key = 'incident' and p.id = ''
      where i.status in ('draft', 'inReview') order by i.number desc limit ${mostOpen}`,
    values: [],
  });
  return rows.map(({ id, number, created, restricted, services, start, end, told }) => {
    const [startMs, endMs] = [start, end].map((at) => (at === null ? Number.NaN : Date.parse(at)));
    const named = (services ?? '').split(/[,;]/).map((service) => service.trim());
    return {
      id,
      key: `INC-${number}`,
      ...(restricted ? { isRestricted: true } : {}),
      services: [...new Set([...named, ...(told?.service ?? [])])].filter(Boolean),
      conditions: told?.condition ?? [],
      fromMs: Number.isFinite(startMs) ? Number(startMs) : Math.min(created.getTime(), told?.from ?? Infinity),
      ...(Number.isFinite(endMs) ? { endMs: Number(endMs) } : {}),
    };
  });
}
