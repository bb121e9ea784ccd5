import type { StoredContext } from '../stored-operation.ts';
import type { Part } from './assemble.ts';

/** The parts of an incident's record that have one of these keys. */
export async function partsOfKeys(
  { database }: StoredContext,
  incidentId: string,
  keys: readonly string[],
): Promise<Part[]> {
  if (keys.length === 0) return [];
  const { rows } = await database.query<Part>({
    text: `select key, id, position, value, touched, version from part where incident_id = $1 and key = any($2::text[])`,
    values: [incidentId, keys],
  });
  return rows;
}
