import { formatAt } from '../values/instant.ts';
import type { MeasuredOutage, Measurement } from './measurement.ts';
import type { Periods, Span } from './periods.ts';
import type { Sample, Series } from './series.ts';
import { rateSeconds } from './service.ts';

const span = ({ fromMs, toMs }: Span) => ({ from: formatAt(fromMs), to: formatAt(toMs) });
/** As Prometheus gives them: seconds of the epoch, and the value in its own digits. */
const pairs = (samples: readonly Sample[]) => samples.map(({ ms, text }) => [ms / 1000, text]);
const ofSeries = (all: readonly Series[]) => all.map(({ labels, samples }) => ({ labels, samples: pairs(samples) }));

const ofPeriods = ({ before, during, after }: Periods) => ({
  before: span(before),
  during: span(during),
  ...(after === undefined ? {} : { after: span(after) }),
});

const ofOutage = ({ indicator, fromMs, toMs, recoveredMs, samples, closer }: MeasuredOutage) => ({
  indicator,
  firstBad: formatAt(fromMs),
  lastBad: formatAt(toMs),
  recovered: formatAt(recoveredMs),
  badSamples: samples,
  closer: pairs(closer),
});

/** The samples with the questions that gave them: what is stored as evidence. Equal answers give equal JSON. */
export function evidenceOf(measurement: Measurement): object {
  const { service, periods, stepSeconds, outage, indicators, invariants, breakers } = measurement;
  return {
    form: 'hindcast.measurement/1',
    service: service.name,
    prometheus: service.prometheus,
    objective: service.objective,
    window: service.window,
    scrapeSeconds: service.interval,
    rateSeconds: rateSeconds(service),
    stepSeconds,
    periods: ofPeriods(periods),
    ...(outage === undefined ? {} : { outage: ofOutage(outage) }),
    indicators: indicators.map(({ indicator, query, values, samples }) => ({
      name: indicator.name,
      query,
      values,
      samples: pairs(samples),
    })),
    invariants: invariants.map(({ invariant, verdict, series }) => ({
      ...invariant,
      verdict,
      series: ofSeries(series),
    })),
    breakers: breakers.map(({ name, query, changes, series }) => ({ name, query, changes, series: ofSeries(series) })),
  };
}
