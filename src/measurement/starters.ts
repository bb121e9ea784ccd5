/** A service to begin with: what common exporters call their metrics. */
export type Starter = { name: StarterName; source: string };

export type StarterName = 'http' | 'opentelemetry' | 'micrometer' | 'istio' | 'nginx' | 'grpc' | 'probe';

const head = `name: my-service
# also: [other names that incidents use]
prometheus: http://prometheus:9090
interval: 15s
objective: 99.9
window: 30d
`;

const tail = `# invariants:
#   - id: I-01
#     name: Max error ratio
#     owner: Who owns it
#     sentence: At most 5 % of requests fail.
#     query: …
#     holds: <= 0.05
# breakers:
#   - name: payments
#     query: circuit_breaker_state{name="payments"}
#     states: {0: closed, 1: open, 2: half-open}
`;

type Names = { total: string; failed: string; duration?: string; unit?: string };

/** The six queries from a counter of requests, what of it failed, and a histogram of durations. */
function queries({ total, failed, duration, unit = '' }: Names): string {
  const ratio = (by: string) => `(sum(${by}(${failed}[$window])) or vector(0)) / sum(${by}(${total}[$window]))`;
  const quantile = (of: string) => `histogram_quantile(${of}, sum by (le) (rate(${duration}[$window])))${unit}`;
  const lines = [
    `availability: 1 - ${ratio('increase')}`,
    `errorRatio: ${ratio('rate')}`,
    ...(duration === undefined ? [] : [`p95: ${quantile('0.95')}`, `p99: ${quantile('0.99')}`]),
    `requestRate: sum(rate(${total}[$window]))`,
  ];
  return `queries:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

const starter = (name: StarterName, names: Names): Starter => ({
  name,
  source: head + queries(names) + tail,
});

/** Starters by what the service is measured with. */
export const starters: readonly Starter[] = [
  starter('http', {
    total: 'http_requests_total{job="my-service"}',
    failed: 'http_requests_total{job="my-service",code=~"5.."}',
    duration: 'http_request_duration_seconds_bucket{job="my-service"}',
  }),
  starter('opentelemetry', {
    total: 'http_server_request_duration_seconds_count{job="my-service"}',
    failed: 'http_server_request_duration_seconds_count{job="my-service",http_response_status_code=~"5.."}',
    duration: 'http_server_request_duration_seconds_bucket{job="my-service"}',
  }),
  starter('micrometer', {
    total: 'http_server_requests_seconds_count{application="my-service"}',
    failed: 'http_server_requests_seconds_count{application="my-service",status=~"5.."}',
    duration: 'http_server_requests_seconds_bucket{application="my-service"}',
  }),
  starter('istio', {
    total: 'istio_requests_total{reporter="destination",destination_service_name="my-service"}',
    failed: 'istio_requests_total{reporter="destination",destination_service_name="my-service",response_code=~"5.."}',
    duration:
      'istio_request_duration_milliseconds_bucket{reporter="destination",destination_service_name="my-service"}',
    unit: ' / 1000',
  }),
  starter('nginx', {
    total: 'nginx_ingress_controller_requests{ingress="my-service"}',
    failed: 'nginx_ingress_controller_requests{ingress="my-service",status=~"5.."}',
    duration: 'nginx_ingress_controller_request_duration_seconds_bucket{ingress="my-service"}',
  }),
  starter('grpc', {
    total: 'grpc_server_handled_total{job="my-service"}',
    failed:
      'grpc_server_handled_total{job="my-service",grpc_code=~"Unknown|DeadlineExceeded|Internal|Unavailable|DataLoss"}',
    duration: 'grpc_server_handling_seconds_bucket{job="my-service"}',
  }),
  {
    name: 'probe',
    source: `${head}queries:
  availability: avg(avg_over_time(probe_success{job="my-service"}[$window]))
  p95: quantile(0.95, probe_duration_seconds{job="my-service"})
${tail}`,
  },
];
