import type { Fields } from '../../measurement/measured-fields.ts';
import type { Measurement } from '../../measurement/measurement.ts';
import { eventEdits, type KeptEntry, type RowEdit, rowEdits } from '../../measurement/merge-rows.ts';
import { wholeOf } from '../../measurement/periods.ts';
import { eventsOf, instant, rowsOf } from '../../measurement/rows.ts';
import { type ToldChange, toldChanges } from '../../measurement/told-changes.ts';
import { isOpen } from '../../measurement/transitions.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Original } from './store-originals.ts';

/** A measured service with what was stored of it. */
export type MeasuredService = { measurement: Measurement; samples: Original; chart?: Original };

/** Told within so many seconds of a scrape that saw the same it is the same. */
const sameSeconds = 5;

/** What logs and webhooks tell of circuit breakers in the time of a measurement, and no metric does. */
function toldBeside({ periods, breakers, service }: Measurement, kept: readonly KeptEntry[]): ToldChange[] {
  const { fromMs, toMs } = wholeOf(periods);
  const apartMs = (2 * service.interval + sameSeconds) * 1000;
  const measured = breakers.flatMap(({ changes }) => changes);
  const timeline = kept.filter(({ key }) => key === 'timeline').map(({ value }) => value as TimelineEvent);
  return toldChanges(timeline).filter(
    ({ ms, to }) =>
      ms >= fromMs && ms <= toMs && !measured.some((each) => each.to === to && Math.abs(each.ms - ms) <= apartMs),
  );
}

const nameText = (name: string): string => (name === '' ? 'circuit breaker' : `circuit breaker ${name}`);

/** The changes of circuit breakers that the record does not have: the same breaker to the same state at the same second. */
function transitionEdits(
  { breakers }: Measurement,
  told: readonly ToldChange[],
  kept: readonly KeptEntry[],
  samples: string,
): RowEdit[] {
  const known = kept.filter(({ key }) => key === 'transitions').map(({ value }) => value as Fields);
  const measured = breakers.flatMap(({ name, changes }) =>
    changes.map((change) => ({ ...change, reason: `${nameText(name)}, by Prometheus`, evidence: samples })),
  );
  const others = told.map(({ name, source, evidence, ...change }) => ({
    ...change,
    reason: `${nameText(name)}, by ${source === '' ? 'the timeline' : source}`,
    evidence,
  }));
  return [...measured, ...others]
    .toSorted((one, other) => one.ms - other.ms)
    .flatMap(({ ms, from, to, reason, evidence }): RowEdit[] => {
      const at = instant(ms);
      const isKnown = known.some(
        (entry) => entry['to'] === to && (entry['at'] as Fields | undefined)?.['at'] === at.at,
      );
      return isKnown ? [] : [{ key: 'transitions', id: undefined, set: { from, to, at, reason, evidence } }];
    });
}

/** The measurement with those that opened by what was told, for the sentence on it. */
function withTold(measurement: Measurement, told: readonly ToldChange[]): Measurement {
  const opened = told.filter(({ to }) => isOpen(to));
  const breakers = opened.map((change) => ({ name: change.name, query: '', changes: [change], series: [] }));
  return { ...measurement, breakers: [...measurement.breakers, ...breakers] };
}

/** The document's link to the chart; one for each service, to the newest. */
function linkEdits({ measurement, chart }: MeasuredService, kept: readonly KeptEntry[]): RowEdit[] {
  if (chart === undefined) return [];
  const start = `${measurement.service.name}, before, during and after: `;
  const text = `${start}${chart.name}, sha256:${chart.sha256}`;
  const old = kept.find(({ key, value }) => key === 'links' && String((value as Fields)['text']).startsWith(start));
  if (old !== undefined)
    return (old.value as Fields)['text'] === text ? [] : [{ key: 'links', id: old.id, set: { text } }];
  return [{ key: 'links', id: undefined, set: { kind: 'Metrics Graphs', text } }];
}

/**
 * What measured services change in a record. Pure.
 * @param services in the order in which the incident names them: the first has its metrics by their plain names
 */
export function editsOf(
  services: readonly (MeasuredService & { suffix: string })[],
  kept: readonly KeptEntry[],
  detectedMs: number | undefined,
): RowEdit[] {
  return services.flatMap((each) => {
    const { measurement, samples, suffix } = each;
    const evidence = `sha256:${samples.sha256}`;
    const told = suffix === '' ? toldBeside(measurement, kept) : [];
    return [
      ...rowEdits(rowsOf(withTold(measurement, told), detectedMs, suffix), kept, evidence),
      ...transitionEdits(measurement, told, kept, evidence),
      ...eventEdits(eventsOf(measurement), kept, evidence),
      ...linkEdits(each, kept),
    ];
  });
}
