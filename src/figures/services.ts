import type { Figure } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { say } from '../record/said.ts';
import type { FigureFamily } from './family.ts';
import { statedDuration } from './stated-duration.ts';
import { formulaOf, reasonOf, reworded } from './wording.ts';

/** What one service suffered: its figure, and whether it was down or only degraded. */
export type ServiceDowntime = { name: string; degraded: boolean; figure: Figure };

const degradedLevel = /degrad|partial|slow|intermittent|limited|minor|latency/i;

/** A row without downtime falls back to its recovery time, which is a suggestion: recovery may outlast the downtime. */
function figureOf(index: number, downtime: string | undefined, recovery: string | undefined): Figure | undefined {
  if (downtime !== undefined) return statedDuration(downtime, `systems[${index}].downtime`);
  if (recovery === undefined) return undefined;
  const figure = statedDuration(recovery, `systems[${index}].recoveryTime`);
  const formula = say`recovery time ${formulaOf(figure)}; downtime is not stated`;
  return {
    ...reworded(figure, formula, reasonOf(figure)),
    status: figure.status === 'unknown' ? 'unknown' : 'inferred',
  };
}

/** The downtime of each affected system that states one. Two rows of one name are numbered. */
export function serviceDowntimes(record: PostmortemRecord): ServiceDowntime[] {
  const seen = new Map<string, number>();
  return (record.systems ?? []).flatMap((system, index) => {
    const figure = figureOf(index, system.downtime, system.recoveryTime);
    if (figure === undefined || system.name === undefined) return [];
    const count = (seen.get(system.name) ?? 0) + 1;
    seen.set(system.name, count);
    const name = count === 1 ? system.name : `${system.name} (${count})`;
    return [{ name, degraded: degradedLevel.test(system.impactLevel ?? ''), figure }];
  });
}

/** Downtime per affected system, as stated in its row. */
export const services: FigureFamily = {
  describes: [
    {
      name: 'downtime.SERVICE',
      formula: 'the downtime stated for the system, else its recovery time (inferred)',
      unit: 'seconds',
      unknownWhen: 'the row states no readable duration, or only a lower bound',
    },
  ],
  *compute({ record }) {
    for (const { name, figure } of serviceDowntimes(record)) yield [`downtime.${name}`, figure];
  },
};
