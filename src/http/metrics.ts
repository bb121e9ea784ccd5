import type { Context, Handler, Hono, Next } from 'hono';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { matchedRoute } from './matched-route.ts';

/** A number that is looked up when somebody asks for the metrics. */
export type Reading = { name: string; help: string; read: () => number | Promise<number> };

/** Upper bounds of request durations, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const gaugeOf = ({ name, help, read }: Reading) =>
  new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      this.set(await Promise.resolve(read()).catch(() => Number.NaN));
    },
  });

/**
 * Counts requests by method, route and status, and their durations. Call before other routes are added: it counts what comes after.
 * Routes are counted by pattern, so the numbers name no incident. Gives the handler of `/metrics`: all that, the process, and
 * `readings`, in the text form of Prometheus.
 */
export function countRequests(app: Hono, readings: Reading[]): Handler {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'hindcast_requests_total',
    help: 'Requests answered',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'hindcast_request_seconds',
    help: 'Seconds until a request was answered',
    labelNames,
    buckets,
    registers: [registry],
  });
  for (const reading of readings) registry.registerMetric(gaugeOf(reading));
  app.use(async (context: Context, next: Next) => {
    const start = performance.now();
    await next();
    const labels = { method: context.req.method, route: matchedRoute(context), status: String(context.res.status) };
    requests.inc(labels);
    seconds.observe(labels, (performance.now() - start) / 1000);
  });
  return async (context) => context.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
}
