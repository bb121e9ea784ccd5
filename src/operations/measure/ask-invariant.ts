import type { MeasuredInvariant } from '../../measurement/measurement.ts';
import { closerSeconds, type Periods, stepSeconds } from '../../measurement/periods.ts';
import { withCloser } from '../../measurement/series.ts';
import { rateSeconds, type Service, type ServiceInvariant, withWindow } from '../../measurement/service.ts';
import { verdictOf, verdictOfTimes } from '../../measurement/violations.ts';
import type { Prometheus } from '../../monitoring/ask-prometheus.ts';
import { queryRange } from '../../monitoring/query.ts';
import { violationsInSql } from '../../monitoring/violations-in-sql.ts';
import { HindcastError } from '../errors.ts';

/** Tests one invariant over the incident and as long before it. @throws HindcastError, MonitoringError */
export async function askInvariant(
  { prometheus, database }: { prometheus: Prometheus; database: string | undefined },
  service: Service,
  invariant: ServiceInvariant,
  periods: Periods,
): Promise<MeasuredInvariant> {
  const { id, query = '', holds = '', sql } = invariant;
  const span = { fromMs: periods.before.fromMs, toMs: periods.during.toMs };
  if (sql !== undefined) {
    if (database === undefined) throw new HindcastError('monitoring.no-database', { query: id });
    return { invariant, verdict: verdictOfTimes(await violationsInSql(database, sql, span), periods), series: [] };
  }
  const asked = withWindow(query, rateSeconds(service));
  const step = stepSeconds(span, service.interval);
  const series = await queryRange(prometheus, asked, { ...span, stepSeconds: step });
  const verdict = verdictOf(series, holds, periods);
  const { firstMs } = verdict;
  if (firstMs === undefined || verdict.already === true) return { invariant, series, verdict };
  // Between two points lies at least one scrape: the first violation is looked for among closer ones.
  const closer = { fromMs: firstMs - step * 1000, toMs: firstMs, stepSeconds: closerSeconds(service.interval) };
  const all = withCloser(series, await queryRange(prometheus, asked, closer));
  return { invariant, series: all, verdict: verdictOf(all, holds, periods) };
}
