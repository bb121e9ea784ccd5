import type { StoredContext } from '../stored-operation.ts';
import type { Part } from './assemble.ts';
import { unpack } from './unpack.ts';

/** All parts of an incident's record. */
export async function loadParts({ database }: StoredContext, incidentId: string): Promise<Part[]> {
  const rows = await database.kysely.selectFrom('part').selectAll().where('incident_id', '=', incidentId).execute();
  return rows.map(({ key, id, position, value, touched, version }) => ({
    key,
    id,
    position,
    value,
    touched: touched as Record<string, number>,
    version,
  }));
}

/** One part of an incident's record to be changed, or undefined. */
export async function loadPart(
  context: StoredContext,
  incidentId: string,
  key: string,
  id: string,
): Promise<Part | undefined> {
  const load = async () => {
    const { rows } = await context.database.query<Part>({
      text: `select key, id, position, value, touched, version from kept_part
        where incident_id = $1 and key = $2 and id = $3 and count is null`,
      values: [incidentId, key, id],
    });
    return rows[0];
  };
  return (await load()) ?? ((await unpack(context, incidentId, [{ key, id }])) ? load() : undefined);
}
