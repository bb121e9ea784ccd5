import { z } from 'zod';
import type { Sample, Series } from '../measurement/series.ts';
import { askPrometheus, type Prometheus, type PrometheusData } from './ask-prometheus.ts';
import { MonitoringError } from './monitoring-error.ts';

/** Series that one query may give: more is a query that forgot to aggregate. */
const mostSeries = 100;

const Pair = z.tuple([z.number(), z.string()]);
const Labels = z.record(z.string(), z.string());
const Matrix = z.array(z.object({ metric: Labels, values: z.array(Pair) }));
const Vector = z.array(z.object({ metric: Labels, value: Pair }));

const special: Record<string, number> = { NaN: Number.NaN, '+Inf': Infinity, '-Inf': -Infinity, Inf: Infinity };

const sampleOf = ([seconds, text]: z.infer<typeof Pair>): Sample => ({
  ms: Math.round(seconds * 1000),
  value: special[text] ?? Number(text),
  text,
});

function checked<Value>(schema: z.ZodType<Value[]>, result: unknown, { url }: Prometheus): Value[] {
  const found = schema.safeParse(result).data;
  if (found === undefined) throw new MonitoringError('monitoring.other', url, 'its result has another form');
  if (found.length > mostSeries)
    throw new MonitoringError('monitoring.too-large', url, `${found.length} series, and ${mostSeries} are taken`);
  return found;
}

function seriesOf({ resultType, result }: PrometheusData, prometheus: Prometheus): Series[] {
  if (resultType === 'scalar') {
    const [pair] = checked(z.array(Pair), [result], prometheus);
    return pair === undefined ? [] : [{ labels: {}, samples: [sampleOf(pair)] }];
  }
  if (resultType === 'matrix')
    return checked(Matrix, result, prometheus).map(({ metric, values }) => ({
      labels: metric,
      samples: values.map(sampleOf),
    }));
  if (resultType === 'vector')
    return checked(Vector, result, prometheus).map(({ metric, value }) => ({
      labels: metric,
      samples: [sampleOf(value)],
    }));
  throw new MonitoringError('monitoring.query', prometheus.url, `it gives a ${resultType}, and numbers are wanted`);
}

/** What a query gives at one instant: a sample for each series. @throws MonitoringError */
export async function queryAt(prometheus: Prometheus, query: string, ms: number): Promise<Series[]> {
  return seriesOf(await askPrometheus(prometheus, 'query', { query, time: String(ms / 1000) }), prometheus);
}

/** What a query gives from one instant to another, every `stepSeconds`. @throws MonitoringError */
export async function queryRange(
  prometheus: Prometheus,
  query: string,
  { fromMs, toMs, stepSeconds }: { fromMs: number; toMs: number; stepSeconds: number },
): Promise<Series[]> {
  const fields = { query, start: String(fromMs / 1000), end: String(toMs / 1000), step: String(stepSeconds) };
  return seriesOf(await askPrometheus(prometheus, 'query_range', fields), prometheus);
}
