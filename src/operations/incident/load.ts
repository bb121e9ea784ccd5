import { sql } from 'kysely';
import type { Status, Visibility } from '../../store/tables.ts';
import { may, type Permission } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** An incident as it is kept, without the parts of its record. */
export type IncidentRow = {
  id: string;
  number: number;
  template: string;
  status: Status;
  visibility: Visibility;
  version: number;
  createdAt: string;
  createdBy: string;
};

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const numbered = /^(?:INC-)?(\d{1,15})$/i;

/**
 * Loads an incident by id or number (`INC-12`) for somebody who wants to do something with it.
 * @throws HindcastError `incident.not-found` when there is none or the actor may not see it: both look the same
 * @throws HindcastError `access.denied` when it may be seen, but not this
 */
export async function loadIncident(
  context: Pick<StoredContext, 'actor' | 'database'>,
  id: string,
  permission: Permission,
): Promise<IncidentRow> {
  const number = numbered.exec(id)?.[1];
  const missing = () => new HindcastError('incident.not-found', { id });
  if (number === undefined && !uuid.test(id)) throw missing();
  const person = context.actor.personId ?? context.actor.id;
  const row = await context.database.kysely
    .selectFrom('incident')
    .selectAll()
    .select(
      sql<boolean>`exists (select 1 from incident_member m where m.incident_id = incident.id and m.person_id::text = ${person})`.as(
        'member',
      ),
    )
    .where(...((number === undefined ? ['id', '=', id] : ['number', '=', number]) as ['id', '=', string]))
    .executeTakeFirst();
  if (row === undefined) throw missing();
  const subject = { status: row.status, visibility: row.visibility, member: row.member };
  if (
    !may(context.actor, 'incident.see', subject) &&
    !may({ ...context.actor, scopes: [permission] }, permission, subject)
  )
    throw missing();
  requirePermission(context, permission, subject);
  return {
    id: row.id,
    number: Number(row.number),
    template: row.template,
    status: row.status,
    visibility: row.visibility,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}
