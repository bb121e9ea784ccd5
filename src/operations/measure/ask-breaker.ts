import type { MeasuredBreaker } from '../../measurement/measurement.ts';
import { closerSeconds, type Periods, stepSeconds, wholeOf } from '../../measurement/periods.ts';
import { withCloser } from '../../measurement/series.ts';
import { rateSeconds, type Service, type ServiceBreaker, withWindow } from '../../measurement/service.ts';
import { changesOf } from '../../measurement/transitions.ts';
import type { Prometheus } from '../../monitoring/ask-prometheus.ts';
import { queryRange } from '../../monitoring/query.ts';

/** Changes of state whose moment is looked for more closely; a breaker that flaps more is known to the step. */
const mostCloser = 20;

/** The changes of state of one circuit breaker, before, during and after. @throws MonitoringError */
export async function askBreaker(
  prometheus: Prometheus,
  service: Service,
  breaker: ServiceBreaker,
  periods: Periods,
): Promise<MeasuredBreaker> {
  const { name, query } = breaker;
  const span = wholeOf(periods);
  const step = stepSeconds(span, service.interval);
  const asked = withWindow(query, rateSeconds(service));
  let series = await queryRange(prometheus, asked, { ...span, stepSeconds: step });
  for (const { ms } of changesOf(series, breaker).slice(0, mostCloser)) {
    const closer = { fromMs: ms - step * 1000, toMs: ms, stepSeconds: closerSeconds(service.interval) };
    series = withCloser(series, await queryRange(prometheus, asked, closer));
  }
  return { name, query, changes: changesOf(series, breaker), series };
}
