import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { loadIncident } from '../incident/load.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type LinkRow, linkFrom, linkRow, LinkShown, shownLink } from './load.ts';

const Input = z.strictObject({
  /** Only those of one incident, by id or key. */
  incident: z.string().max(100).optional(),
  /** Only those of one tracker, by id. */
  tracker: z.guid().optional(),
  /** Only those in which a person has something to do: conflicts, and what could not be kept in step. */
  waiting: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `next` of the page before. */
  after: z.guid().optional(),
});
type Input = z.infer<typeof Input>;
const Page = z.object({ items: z.array(LinkShown), next: z.string().optional() });

async function page(context: StoredContext, input: Input): Promise<z.infer<typeof Page>> {
  requirePermission(context, 'incident.see');
  const { actor, database } = context;
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = ['l.ended_at is null'];
  if (input.incident !== undefined) {
    const { id } = await loadIncident(context, input.incident, 'incident.see');
    conditions.push(`l.incident_id = ${value(id)}::uuid`);
  }
  if (!may(actor, 'incident.see', { visibility: 'restricted' }))
    conditions.push(
      `(ih.open or exists (select from incident_member m where m.incident_id = l.incident_id and m.person_id = ${value(actor.personId ?? actor.id)}::uuid))`,
    );
  if (input.tracker !== undefined) conditions.push(`l.tracker_id = ${value(input.tracker)}::uuid`);
  if (input.waiting === true) conditions.push(`(l.conflicts::text <> '{}' or l.problem is not null)`);
  if (input.after !== undefined) conditions.push(`l.id > ${value(input.after)}::uuid`);
  const text = `select ${linkRow} from ${linkFrom} where ${conditions.join(' and ')} order by l.id limit ${input.limit + 1}`;
  const { rows } = await database.query<LinkRow>({ text, values, planAnew: true });
  const items = rows.slice(0, input.limit).map(shownLink);
  const last = items.at(-1);
  return rows.length > input.limit && last !== undefined ? { items, next: last.id } : { items };
}

export const listLinks: StoredOperation<Input, z.infer<typeof Page>> = {
  name: 'link.list',
  sentence:
    'List actions that are kept in step with issues: what the issue says, what differs, what could not be done.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/links' },
  run: page,
};
