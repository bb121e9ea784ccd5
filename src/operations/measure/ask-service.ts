import { indicatorNames } from '../../measurement/indicator.ts';
import type { Measurement } from '../../measurement/measurement.ts';
import { periodsOf, stepSeconds, wholeOf } from '../../measurement/periods.ts';
import type { Service } from '../../measurement/service.ts';
import { HindcastError } from '../errors.ts';
import type { Secret } from '../service/secret.ts';
import { askIndicator } from './ask-indicator.ts';
import { askBreaker } from './ask-breaker.ts';
import { askInvariant } from './ask-invariant.ts';
import { askOutage } from './ask-outage.ts';
import { endsService, type Problem, problemOf } from './problem.ts';
import type { IncidentWindow } from './window.ts';

/** What a service's monitoring says of an incident, and what it could not be asked. */
export type AskedService = { measurement?: Measurement; problems: Problem[] };

/** The value, or undefined and the problem kept; what would stop every other query is thrown. */
async function attempt<Value>(
  name: string,
  problems: Problem[],
  ask: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (endsService(error)) throw error;
    problems.push(problemOf(name, error));
    return undefined;
  }
}

const whatIs = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value) => value !== undefined);

async function askAll(
  service: Service,
  { headers = {}, database }: Secret,
  window: IncidentWindow,
  { nowMs, problems }: { nowMs: number; problems: Problem[] },
): Promise<Measurement> {
  const prometheus = { url: service.prometheus, headers };
  const outage = await attempt('objective', problems, () => askOutage(prometheus, service, window, nowMs));
  const fromMs = window.startedMs ?? outage?.fromMs ?? window.fromMs;
  const toMs = window.endedMs ?? outage?.recoveredMs ?? window.toMs;
  const periods = periodsOf(
    { fromMs, toMs: toMs > fromMs ? toMs : Math.max(fromMs, window.toMs) },
    nowMs,
    2 * service.interval,
  );
  const measured = [];
  for (const name of indicatorNames)
    measured.push(await attempt(name, problems, () => askIndicator(prometheus, service, name, periods)));
  const invariants = [];
  for (const invariant of service.invariants)
    invariants.push(
      await attempt(invariant.id, problems, () => askInvariant({ prometheus, database }, service, invariant, periods)),
    );
  const breakers = [];
  for (const breaker of service.breakers)
    breakers.push(await attempt(breaker.name, problems, () => askBreaker(prometheus, service, breaker, periods)));
  return {
    service,
    periods,
    stepSeconds: stepSeconds(wholeOf(periods), service.interval),
    ...(outage === undefined ? {} : { outage }),
    indicators: whatIs(measured),
    invariants: whatIs(invariants),
    breakers: whatIs(breakers),
  };
}

/** Whether there was a sample of anything: where there is none at all, nothing was measured. */
const hasSamples = ({ indicators, invariants, breakers }: Measurement): boolean =>
  indicators.some(({ samples }) => samples.length > 0) ||
  invariants.some(({ series, invariant }) => series.length > 0 || invariant.sql !== undefined) ||
  breakers.some(({ series }) => series.length > 0);

/** Asks a service's monitoring about an incident. One query that fails leaves the others; an address that does not answer, none. */
export async function askService(
  service: Service,
  secret: Secret,
  window: IncidentWindow,
  nowMs: number,
): Promise<AskedService> {
  const problems: Problem[] = [];
  try {
    const measurement = await askAll(service, secret, window, { nowMs, problems });
    if (hasSamples(measurement)) return { measurement, problems };
    const none = new HindcastError('monitoring.no-samples', { address: service.prometheus });
    return { problems: [...problems, problemOf(service.name, none)] };
  } catch (error) {
    return { problems: [...problems, problemOf(service.name, error)] };
  }
}
