/** What a service is measured by: availability and error ratio from 0 to 1, latencies and freshness in seconds, requests a second. */
export const indicators = [
  { name: 'availability', metric: 'Availability', level: 'Availability', field: 'value', unit: 'ratio', of: 'mean' },
  { name: 'errorRatio', metric: 'Error Rate', level: 'Error Rate', field: 'value', unit: 'ratio', of: 'mean' },
  { name: 'p95', metric: 'Response Time (p95)', level: 'Latency', field: 'p95', unit: 'latency', of: 'highest' },
  { name: 'p99', metric: 'Response Time (p99)', level: 'Latency', field: 'p99', unit: 'latency', of: 'highest' },
  { name: 'freshness', metric: 'Staleness', level: 'Data Freshness', field: 'value', unit: 'age', of: 'highest' },
  { name: 'requestRate', metric: 'Request Rate', level: undefined, field: undefined, unit: 'rate', of: 'mean' },
] as const;

export type Indicator = (typeof indicators)[number];
export type IndicatorName = Indicator['name'];
export type Unit = Indicator['unit'];

export const indicatorNames = indicators.map(({ name }) => name) as [IndicatorName, ...IndicatorName[]];
