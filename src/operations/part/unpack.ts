import type { StoredContext } from '../stored-operation.ts';

/** Where entries are: their list, and their ids. */
type Place = { key: string; id: string };

const ofBatch = /^(.+)-\d{1,6}$/;

const statement = `with gone as (
    delete from kept_part using unnest($2::text[], $3::text[]) as given (list, batch)
    where incident_id = $1 and key = given.list and id = given.batch and count is not null
    returning kept_part.*)
  insert into kept_part (incident_id, key, id, position, value)
  select incident_id, key, id || '-' || number, position + number / 1024::double precision, entry
  from gone, json_array_elements(gone.value) with ordinality as given (entry, number)`;

/**
 * Keeps entries one by one that came together with one of these, so that it can be changed. Nothing that anybody reads changes by
 * this, so the ledger has no entry of it. Answers whether one of them may have come with others: somebody else may have kept it by
 * itself in the same moment, so the caller looks again.
 */
export async function unpack({ database }: StoredContext, incidentId: string, places: Place[]): Promise<boolean> {
  const batches = places.flatMap(({ key, id }) => {
    const batch = ofBatch.exec(id)?.[1];
    return batch === undefined ? [] : [{ key, batch }];
  });
  if (batches.length === 0) return false;
  const values = [incidentId, batches.map(({ key }) => key), batches.map(({ batch }) => batch)];
  await database.query({ text: statement, values });
  return true;
}
