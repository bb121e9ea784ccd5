import type { Standing } from '../../clocks/index.ts';
import { HindcastError } from '../errors.ts';
import { partsOfMany } from '../home/parts.ts';
import type { StoredContext } from '../stored-operation.ts';
import { clocksOf, type CommonGround, commonGround } from './ground.ts';
import { type KeptMark, marksAlone, marksOfMany } from './marks.ts';

/** Clocks of an incident, and what is kept of each. */
export type Loaded = { clocks: Standing[]; kept: ReadonlyMap<string, KeptMark> };

/** All clocks of one incident, also those that do not concern it. */
export async function loadClocks(context: StoredContext, incidentId: string, common?: CommonGround): Promise<Loaded> {
  const { database, now } = context;
  const [ground, records, marks] = await Promise.all([
    common ?? commonGround(context),
    partsOfMany(database, [incidentId], ['incident', 'obligations', 'timeline']),
    marksOfMany(database, [incidentId]),
  ]);
  const kept = marks.get(incidentId) ?? new Map<string, KeptMark>();
  return { clocks: await clocksOf(records.get(incidentId) ?? {}, ground, marksAlone(kept), now), kept };
}

/** One of them. @throws HindcastError `clock.not-found` */
export function clockNamed({ clocks }: Loaded, clock: string): Standing {
  const found = clocks.find(({ rule }) => rule.id === clock);
  if (found === undefined) throw new HindcastError('clock.not-found', { clock });
  return found;
}
