import { findMilestones } from '../../figures/index.ts';
import { spans } from '../../figures/spans.ts';
import type { Figure } from '../../record/figure.ts';
import { defaultPolicy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { endOf } from '../../reviews/end-of.ts';
import type { Traits } from '../../reviews/kin.ts';
import { milestonesOfMany, partsOfMany } from '../home/parts.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Incidents of a service that are compared, on either side. */
const mostOnASide = 200;

/** An incident of the same services, with its times. */
export type Neighbour = Traits & {
  id: string;
  title: string | null;
  occurred: string;
  /** When it was over, in ms; undefined where nobody said so. */
  endMs: number | undefined;
  detectSeconds: number | undefined;
  recoverSeconds: number | undefined;
};

// What only some may see is left out: what is found is kept, and shown to everybody who sees the incident.
const statement = `select d.incident_id as id, h.number, h.title, h.template, d.occurred::text as occurred, d.services
  from search_document d join incident_head h on h.incident_id = d.incident_id
  where d.services && $1::text[] and d.incident_id <> $2::uuid and h.visibility <> 'restricted'
    and d.occurred >= $3::date and d.occurred <= $4::date
  order by d.occurred desc, d.incident_id limit $5`;

type Row = { id: string; number: string; title: string | null; template: string; occurred: string; services: string[] };

/** Kinds of what contributed, as the record states them; a factor whose box is not ticked did not. */
export const causesOf = ({ factors = [] }: PostmortemRecord): string[] => [
  ...new Set(
    factors.flatMap(({ kind = '', present }) => (kind.trim() === '' || present === false ? [] : [kind.trim()])),
  ),
];

const seconds = (figure: Figure | undefined): number | undefined =>
  figure?.status === 'known' ? figure.seconds : undefined;

/** Incidents of some services that happened between two days, both included, but for one of them. */
export async function neighboursOf(
  { database, templates }: StoredContext,
  { except, services, from, to }: { except: string; services: readonly string[]; from: string; to: string },
): Promise<Neighbour[]> {
  if (services.length === 0) return [];
  const { rows } = await database.query<Row>({ text: statement, values: [services, except, from, to, mostOnASide] });
  const ids = rows.map(({ id }) => id);
  const [records, marked] = await Promise.all([
    partsOfMany(database, ids, ['incident', 'factors']),
    milestonesOfMany(database, ids),
  ]);
  return rows.map(({ id, number, title, template, occurred, services: its }) => {
    const events = marked.get(id)?.events ?? [];
    const record = { ...records.get(id), timeline: events };
    const policy = templates.find(({ name }) => name === template)?.policy ?? defaultPolicy;
    const milestones = findMilestones(events);
    const figures = new Map(spans.compute({ record: {}, policy, milestones, figures: new Map() }));
    return {
      id,
      key: `INC-${number}`,
      title,
      occurred,
      services: its,
      causes: causesOf(record),
      endMs: endOf(record)?.ms,
      detectSeconds: seconds(figures.get('timeToDetect')),
      recoverSeconds: seconds(figures.get('timeToResolve')),
    };
  });
}
