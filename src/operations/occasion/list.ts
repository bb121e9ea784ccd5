import { z } from 'zod';
import type { Statement } from '../../store/database.ts';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { mostShown } from '../incident/list-query.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({
  /** Key of an incident; all that the caller sees without it. */
  incident: z.string().max(100).optional(),
  /** What is to come, the next first, or what was said, the newest first. */
  state: z.enum(['planned', 'fired']).default('planned'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(2000).optional(),
});
type Input = z.infer<typeof Input>;

const Item = z.object({
  incident: z.object({ key: z.string(), title: z.string().nullable() }),
  key: z.string(),
  /** `action-reminder`, `action-escalation`, `deadline`, `clock`, `review`. */
  kind: z.string(),
  /** When it is to be said. */
  at: z.string(),
  /** What it is about, in the words of the document. */
  label: z.string(),
  /** What it counts to: a day, or an instant. */
  due: z.string(),
  /** Where it stands on its ladder: `-3bd`, `+1w`, `50%`, `over`. */
  step: z.string(),
  /** Whom it is for, as the document names them; nobody: the lead of the incident. When it was said, who was told. */
  told: z.array(z.string()),
  firedAt: z.string().nullable(),
  /** False: it was missed, and a later one about the same was said instead; null as long as it is to come. */
  said: z.boolean().nullable(),
});
const Page = z.object({ items: z.array(Item), next: z.string().optional() });
export type OccasionPage = z.infer<typeof Page>;

type Row = Omit<z.infer<typeof Item>, 'incident' | 'at' | 'firedAt'> & {
  id: string;
  number: string;
  title: string | null;
  at: Date;
  fired_at: Date | null;
};

/** Where a page ended. */
const Place = z.tuple([z.iso.datetime(), z.uuid(), z.string()]);

function placeOf(cursor: string): z.infer<typeof Place> {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new HindcastError('page.cursor', { cursor: cursor.slice(0, 40) });
  }
}

function statement({ actor }: StoredContext, { state, limit, cursor }: Input, incident: string | null): Statement {
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  const after = cursor === undefined ? [null, null, null] : placeOf(cursor);
  const [column, order, beyond, which] =
    state === 'planned'
      ? ['o.at', 'asc', '>', 'o.fired_at is null']
      : ['o.fired_at', 'desc', '<', 'o.fired_at is not null'];
  return {
    text: `select o.incident_id as id, h.number, left(h.title, ${mostShown}) as title, o.key, o.kind, o.at, o.label, o.due, o.step, o.told,
        o.fired_at, o.said
      from occasion o join incident_head h on h.incident_id = o.incident_id
      where ${which} and ($1::uuid is null or o.incident_id = $1::uuid)
        and (h.open or $2::text is null or exists (
          select from incident_member m where m.incident_id = o.incident_id and m.person_id::text = $2::text))
        and ($3::timestamptz is null or (${column}, o.incident_id, o.key) ${beyond} ($3::timestamptz, $4::uuid, $5::text))
      order by ${column} ${order}, o.incident_id ${order}, o.key ${order} limit ${limit + 1}`,
    values: [incident, member, ...after],
    planAnew: true,
  };
}

const itemOf = (row: Row): z.infer<typeof Item> => {
  const { number, title, key, kind, at, label, due, step, told, fired_at: fired, said } = row;
  const incident = { key: `INC-${number}`, title };
  return {
    incident,
    key,
    kind,
    at: at.toISOString(),
    label,
    due,
    step,
    told,
    firedAt: fired?.toISOString() ?? null,
    said,
  };
};

async function page(context: StoredContext, input: Input): Promise<OccasionPage> {
  requirePermission(context, 'incident.see');
  const incident =
    input.incident === undefined ? null : (await loadIncident(context, input.incident, 'incident.see')).id;
  const { rows } = await context.database.query<Row>(statement(context, input, incident));
  const items = rows.slice(0, input.limit).map(itemOf);
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  if (last === undefined) return { items };
  const place = [(last.fired_at ?? last.at).toISOString(), last.id, last.key];
  return { items, next: Buffer.from(JSON.stringify(place)).toString('base64url') };
}

export const listOccasions: StoredOperation<Input, OccasionPage> = {
  name: 'occasion.list',
  sentence: 'List what people will be reminded of and when, the next first, or what they were told.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/occasions' },
  run: page,
};
