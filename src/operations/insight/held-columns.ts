import { setImmediate as soon } from 'node:timers/promises';
import { type Columns, makeColumns, put, type TakenIncident } from '../../insights/index.ts';
import { sharedTurns } from '../shared-turns.ts';
import type { Database } from '../../store/database.ts';

/** Incidents read in one go. */
const most = 5000;

// Instants are counted in microseconds, which a number loses nothing of.
const statement = `select i.place, i.incident_id as id, h.number::float8 as number, (extract(epoch from i.at) * 1000000)::float8 as "atMicros",
    i.template, i.severity, i.services, i.causes, i.detect, i.acknowledge, i.mitigate, i.resolve, i.written, i.budget, i.automation, i.costs,
    i.actions, i.verified, i.repeats
  from insight i join incident_head h using (incident_id) where i.place > $1 order by i.place limit ${most}`;

/** Reads what changed behind the last place that is known, and gives how far it came. */
async function takeNew(database: Database, columns: Columns, known: string): Promise<string> {
  for (let place = known; ;) {
    const { rows } = await database.query<TakenIncident & { place: string }>({ text: statement, values: [place] });
    for (const row of rows) put(columns, row);
    place = rows.at(-1)?.place ?? place;
    if (rows.length < most) return place;
    await soon();
  }
}

/** The columns of one database in this process. */
function follow(database: Database): () => Promise<Columns> {
  const columns = makeColumns();
  let place = '0';
  return sharedTurns(async () => {
    place = await takeNew(database, columns, place);
    return columns;
  });
}

const followed = new WeakMap<Database, () => Promise<Columns>>();

/** What this process holds of all incidents to count, with everything that was taken until now. The first who asks has it read. */
export function heldColumns(database: Database): Promise<Columns> {
  const follower = followed.get(database) ?? follow(database);
  followed.set(database, follower);
  return follower();
}
