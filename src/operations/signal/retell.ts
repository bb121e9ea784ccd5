import { callStored } from '../call-stored.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { joinSignals } from './join.ts';

/** Incidents whose timelines are brought up to date at once. */
const atOnce = 50;

/**
 * Has timelines say what later deliveries said of their signals: a storm that went on, an alert in other words. What is approved or
 * published stays as it is. Answers how many timelines it was.
 */
export async function retell(context: StoredContext): Promise<number> {
  const { rows } = await context.database.query<{ incident: string; signals: string[] }>({
    text: `select s.incident_id as incident, (array_agg(s.id order by s.id))[1:5000] as signals
      from signal s join incident i on i.id = s.incident_id and i.status in ('draft', 'inReview')
      where s.incident_id is not null and s.told is distinct from s.rank group by 1 limit ${atOnce}`,
    values: [],
  });
  let told = 0;
  for (const input of rows)
    try {
      await callStored(joinSignals, input, context);
      told += 1;
    } catch (error) {
      // It was approved, or a signal left it, in this moment.
      if (!(error instanceof HindcastError)) throw error;
    }
  return told;
}
