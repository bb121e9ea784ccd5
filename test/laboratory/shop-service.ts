/** How Hindcast is told to watch the shop of the laboratory. */
export const shopService = (prometheus: string): string => `name: shop
prometheus: ${prometheus}
interval: 1s
rate: 5s
objective: 99.9
window: 30d
targets: {errorRate: 0.1 %, latency: p95 < 50 ms, freshness: 5 s}
queries:
  availability: 1 - (sum(increase(http_requests_total{code=~"5.."}[$window])) or vector(0)) / sum(increase(http_requests_total[$window]))
  errorRatio: (sum(rate(http_requests_total{code=~"5.."}[$window])) or vector(0)) / sum(rate(http_requests_total[$window]))
  p95: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[$window])))
  p99: histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[$window])))
  freshness: time() - max(shop_last_order_timestamp_seconds)
  requestRate: sum(rate(http_requests_total[$window]))
invariants:
  - id: I-01
    name: Max error ratio
    owner: Payments
    sentence: At most 5 % of requests fail.
    query: (sum(rate(http_requests_total{code=~"5.."}[3s])) or vector(0)) / sum(rate(http_requests_total[3s]))
    holds: <= 0.05
  - id: I-02
    name: Max orders in flight
    owner: Orders
    sentence: No more than 500 orders are being paid at once.
    query: shop_orders_in_flight
    holds: <= 500
breakers:
  - name: payments
    query: circuit_breaker_state{name="payments"}
    states: {0: closed, 1: open, 2: half-open}
`;
