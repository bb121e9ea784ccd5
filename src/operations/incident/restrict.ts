import { sql } from 'kysely';
import { z } from 'zod';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type IncidentRow, loadIncident } from './load.ts';

const Input = z.strictObject({
  incident: z.string(),
  visibility: z.enum(['internal', 'restricted']),
  /** Ids of the people who see it while it is restricted, besides admins; the whole list. */
  members: z.array(z.uuid()).max(500).default([]),
});

const Output = z.object({
  visibility: z.string(),
  members: z.array(z.string()),
  /** The address of the public page that was taken away with it. */
  withdrawn: z.string().optional(),
});

/**
 * The end of a public page, for an incident that becomes restricted: whoever hides it does not mean to leave its page. One that was
 * published while it was restricted stays, whoever is named.
 */
async function withdrawal({ database, now }: StoredContext, { id, visibility }: IncidentRow) {
  if (visibility === 'restricted') return undefined;
  const page = await database.kysely
    .selectFrom('publication')
    .select('slug')
    .where('incident_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (page === undefined) return undefined;
  const statement = sql`update publication set withdrawn_at = ${now}::timestamptz
    where incident_id = ${id}::uuid and withdrawn_at is null`;
  return { slug: page.slug, change: { statement } };
}

/** @throws HindcastError `people.not-found` for an id that is nobody's */
async function requirePeople({ database }: StoredContext, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await database.kysely.selectFrom('person').select('id').where('id', 'in', ids).execute();
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new HindcastError('people.not-found', { id: missing });
}

export const restrictIncident: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'incident.restrict',
  sentence:
    'Say who sees an incident: everybody signed in, or only the people named and admins. Restricting one takes its public page away.',
  permission: 'incident.restrict',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'PUT', path: '/incidents/{incident}/visibility' },
  run: async (context, { incident: reference, visibility, members: named }) => {
    requirePermission(context, 'incident.restrict');
    const members = visibility === 'restricted' ? [...new Set(named)] : [];
    await requirePeople(context, members);
    return retried(async () => {
      const incident = await loadIncident(context, reference, 'incident.restrict');
      const { id, version } = incident;
      const page = visibility === 'restricted' ? await withdrawal(context, incident) : undefined;
      const list = sql`${members}::uuid[]`;
      return save(context, {
        operation: 'incident.restrict',
        incidentId: id,
        subject: 'visibility',
        payload: { visibility, members, ...(page === undefined ? {} : { withdrawn: page.slug }) },
        changes: [
          {
            statement: sql`update incident set visibility = ${visibility}, version = version + 1,
              status = case when ${page !== undefined} and status = 'published' then 'approved' else status end
              where id = ${id}::uuid and version = ${version}`,
          },
          {
            statement: sql`delete from incident_member where incident_id = ${id}::uuid and person_id <> all (${list})`,
            rows: 'any',
          },
          {
            statement: sql`insert into incident_member (incident_id, person_id, number, created_at, status)
              select id, unnest(${list}), number, created_at, status from incident where id = ${id}::uuid on conflict do nothing`,
            rows: 'any',
          },
          ...(page === undefined ? [] : [page.change]),
        ],
        result: {
          visibility,
          members,
          ...(page === undefined ? {} : { withdrawn: `${context.origin}/public/${page.slug}` }),
        },
      });
    });
  },
};
