import { indicators, type IndicatorName } from '../../measurement/indicator.ts';
import type { MeasuredIndicator } from '../../measurement/measurement.ts';
import { summarised, valueOf } from '../../measurement/period-values.ts';
import { type Periods, type Span, periodNames, stepSeconds, wholeOf } from '../../measurement/periods.ts';
import type { Sample } from '../../measurement/series.ts';
import { hasWindow, rateSeconds, type Service, withWindow } from '../../measurement/service.ts';
import type { Prometheus } from '../../monitoring/ask-prometheus.ts';
import { queryAt, queryRange } from '../../monitoring/query.ts';
import { HindcastError } from '../errors.ts';

/** The one series of an indicator. Several are refused: which of them, or their sum, is for the query to say. */
function only<Value>(series: readonly Value[], query: string): Value | undefined {
  if (series.length > 1) throw new HindcastError('monitoring.several', { query, count: String(series.length) });
  return series[0];
}

/** The samples of a query over a span, its rates looking back as far as the service says. @throws HindcastError, MonitoringError */
export async function samplesOf(
  prometheus: Prometheus,
  service: Service,
  query: string,
  span: Span,
  step: number = stepSeconds(span, service.interval),
): Promise<Sample[]> {
  const asked = withWindow(query, rateSeconds(service));
  const series = await queryRange(prometheus, asked, { ...span, stepSeconds: step });
  return only(series, query)?.samples ?? [];
}

/** One indicator before, during and after, and its samples. @throws HindcastError, MonitoringError */
export async function askIndicator(
  prometheus: Prometheus,
  service: Service,
  name: IndicatorName,
  periods: Periods,
): Promise<MeasuredIndicator | undefined> {
  const query = service.queries[name];
  const indicator = indicators.find((each) => each.name === name);
  if (query === undefined || indicator === undefined) return undefined;
  const samples = await samplesOf(prometheus, service, query, wholeOf(periods));
  const values: MeasuredIndicator['values'] = {};
  for (const period of periodNames) {
    const span = periods[period];
    if (span === undefined) continue;
    if (!hasWindow(query)) {
      values[period] = summarised(samples, span, indicator.of);
      continue;
    }
    const whole = withWindow(query, (span.toMs - span.fromMs) / 1000);
    values[period] = valueOf(only(await queryAt(prometheus, whole, span.toMs), query)?.samples[0]);
  }
  return { indicator, query, values, samples };
}
