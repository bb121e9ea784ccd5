import { badTime, recoveredMs } from '../../measurement/bad-time.ts';
import type { MeasuredOutage } from '../../measurement/measurement.ts';
import { closerSeconds, type Span, stepSeconds } from '../../measurement/periods.ts';
import type { Sample } from '../../measurement/series.ts';
import { hasWindow, rateSeconds, type Service } from '../../measurement/service.ts';
import type { Prometheus } from '../../monitoring/ask-prometheus.ts';
import { samplesOf } from './ask-indicator.ts';

/** An alert comes after its cause: this long at least before the incident's first word, the cause is looked for. */
const leastMarginMs = 15 * 60_000;
const mostMarginMs = 24 * 3_600_000;

/** When the service missed its objective around the incident; undefined without an objective, or when it never did. */
export async function askOutage(
  prometheus: Prometheus,
  service: Service,
  incident: Span,
  nowMs: number,
): Promise<MeasuredOutage | undefined> {
  const { objective, queries } = service;
  const indicator = queries.errorRatio === undefined ? 'availability' : 'errorRatio';
  const query = queries[indicator];
  if (objective === undefined || query === undefined) return undefined;
  const marginMs = Math.min(mostMarginMs, Math.max(leastMarginMs, incident.toMs - incident.fromMs));
  const fromMs = Math.floor((incident.fromMs - marginMs) / 1000) * 1000;
  const span = { fromMs, toMs: Math.min(nowMs, Math.ceil((incident.toMs + marginMs) / 1000) * 1000) };
  const samples = await samplesOf(prometheus, service, query, span);
  const allowed = objective / 100;
  const isBad =
    indicator === 'availability' ? (value: number) => value < allowed : (value: number) => value > 1 - allowed;
  const step = stepSeconds(span, service.interval);
  const bad = badTime(samples, isBad, incident, step * 1000);
  if (bad === undefined) return undefined;
  const near = (from: number, to: number) =>
    samplesOf(prometheus, service, query, { fromMs: from, toMs: to }, closerSeconds(service.interval));
  const [first, last] = [
    await near(bad.fromMs - step * 1000, bad.fromMs),
    await near(bad.toMs, Math.min(nowMs, bad.toMs + step * 1000)),
  ];
  const isBadSample = ({ value }: Sample) => Number.isFinite(value) && isBad(value);
  const ends = {
    fromMs: first.find(isBadSample)?.ms ?? bad.fromMs,
    toMs: last.findLast(isBadSample)?.ms ?? bad.toMs,
  };
  const lookBackMs = hasWindow(query) ? rateSeconds(service) * 1000 : undefined;
  const recovered = recoveredMs(ends, service.interval * 1000, lookBackMs);
  return { ...bad, ...ends, indicator, recoveredMs: recovered, closer: [...first, ...last] };
}
