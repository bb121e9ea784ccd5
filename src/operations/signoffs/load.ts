import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { CurrentContent } from '../versions/content.ts';
import type { Signoff } from './signoff.ts';
import { voidedBy } from './voided-by.ts';

/** The signatures of an incident in the order given, each compared with the content as it is now. */
export async function loadSignoffs(
  context: StoredContext,
  incident: IncidentRow,
  { sha256, content }: CurrentContent,
): Promise<Signoff[]> {
  const rows = await context.database.kysely
    .selectFrom('signoff')
    .innerJoin('person', 'person.id', 'signoff.person_id')
    .select([
      'signoff.id',
      'signoff.role',
      'person_id',
      'person.name',
      'signoff.version',
      'sha256',
      'at',
      'method',
      'key_id',
    ])
    .where('incident_id', '=', incident.id)
    .orderBy('at')
    .orderBy('signoff.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const valid = row.sha256 === sha256;
      const voided = valid ? undefined : await voidedBy(context, incident, row, content);
      return {
        id: row.id,
        role: row.role,
        person: { id: row.person_id, name: row.name },
        version: row.version,
        sha256: row.sha256,
        at: row.at.toISOString(),
        method: row.method,
        keyId: row.key_id,
        valid,
        ...(voided === undefined ? {} : { voided }),
      };
    }),
  );
}
