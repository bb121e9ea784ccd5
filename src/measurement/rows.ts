import type { TimelineEvent } from '../record/timeline.ts';
import { formatDuration } from '../values/duration.ts';
import { formatAt } from '../values/instant.ts';
import { timeText } from './time-text.ts';
import { breakerSentence } from './breaker-sentence.ts';
import { indicators } from './indicator.ts';
import type { Fields, MeasuredKey } from './measured-fields.ts';
import type { MeasuredIndicator, MeasuredInvariant, Measurement } from './measurement.ts';
import type { PeriodValue } from './period-values.ts';
import { periodNames } from './periods.ts';
import { isOpen } from './transitions.ts';
import { valueText } from './value-text.ts';

/** What measuring wants to stand in the record. `match` finds the entry; `absent` is filled only where nothing is. */
export type Row = {
  key: MeasuredKey;
  match: Fields;
  values: Fields;
  absent?: Fields;
  /** What of the notes was measured: the rest of them may be a person's. */
  detail?: string;
};

export const instant = (ms: number) => ({ at: formatAt(ms), precision: 'instant' as const, zone: 'UTC' });

const missingText = { noSamples: 'no samples', noTraffic: 'no traffic' };
const textOf = (value: PeriodValue, { indicator }: MeasuredIndicator): string =>
  'value' in value ? valueText(value.value, indicator.unit) : missingText[value.missing];

function metricRow(measured: MeasuredIndicator, suffix: string): Row {
  const values = periodNames.flatMap((period) => {
    const value = measured.values[period];
    return value === undefined ? [] : [[period, textOf(value, measured)]];
  });
  return {
    key: 'metrics',
    match: { name: measured.indicator.metric + suffix },
    values: Object.fromEntries(values) as Fields,
  };
}

/** p95 and p99 share a row, as the templates have them. The objective stands in its row even where availability has no query. */
function levelRows({ indicators: measured, service }: Measurement, suffix: string): Row[] {
  const { objective, window, targets } = service;
  const target: { [level: string]: string | undefined } = {
    Availability: objective === undefined ? undefined : `${objective} % over ${window}`,
    'Error Rate': targets.errorRate,
    Latency: targets.latency,
    'Data Freshness': targets.freshness,
  };
  const rows = new Map<string, Row>();
  const rowOf = (level: string): Row => {
    const absent = target[level] === undefined ? {} : { absent: { target: target[level] } };
    const row = rows.get(level) ?? {
      key: 'serviceLevels',
      match: { indicator: level + suffix },
      values: {},
      ...absent,
    };
    rows.set(level, row);
    return row;
  };
  if (objective !== undefined) rowOf('Availability');
  for (const each of measured) {
    const { level, field } = each.indicator;
    const { during } = each.values;
    if (level !== undefined && during !== undefined) rowOf(level).values[field] = textOf(during, each);
  }
  return [...rows.values()];
}

const invariantName = ({ invariant: { id, name } }: MeasuredInvariant): string =>
  name === undefined ? id : `${id} (${name})`;

/** So many digits of a value as it was written; `3 violations` stays as it is. */
const shortly = (text = ''): string =>
  Number.isFinite(Number(text)) ? String(Number(Number(text).toPrecision(3))) : text;

function detailOf({ verdict }: MeasuredInvariant): string {
  const { status, firstMs = 0, lastMs = 0, already, worst, labels } = verdict;
  if (status === 'PASS') return 'Held at every sample';
  if (status === 'unknown') return 'No samples in the incident: not known whether it held';
  const since = already === true ? 'Did not hold from the first sample on,' : 'First violated';
  const until = lastMs > firstMs ? `, last at ${timeText(lastMs)}` : '';
  return `${since} at ${timeText(firstMs)}${until}; worst value ${shortly(worst)}${labels === undefined ? '' : ` of ${labels}`}`;
}

const conditionText = ({ invariant: { query, holds, sql } }: MeasuredInvariant): string =>
  sql === undefined ? `${query} ${holds}` : 'no rows in SQL';

function invariantRow(measured: MeasuredInvariant, suffix: string): Row {
  const { invariant, verdict } = measured;
  const { owner, sentence } = invariant;
  const detail = detailOf(measured);
  return {
    key: 'invariants',
    match: { name: invariantName(measured) + suffix },
    detail,
    values: {
      status: verdict.status === 'unknown' ? 'UNKNOWN' : verdict.status,
      notes: `${sentence} ${detail}.${owner === undefined ? '' : ` Owner: ${owner}.`}`,
      ...(verdict.firstMs === undefined ? {} : { violatedAt: instant(verdict.firstMs) }),
    },
  };
}

/** Those that were broken before anybody noticed: by how much, or that nobody noticed. */
function gapRows({ invariants }: Measurement, detectedMs: number | undefined, suffix: string): Row[] {
  return invariants.flatMap((measured): Row[] => {
    const { firstMs } = measured.verdict;
    if (firstMs === undefined || (detectedMs !== undefined && firstMs >= detectedMs)) return [];
    const gap =
      detectedMs === undefined
        ? 'When the incident was detected is not known.'
        : `Broken ${formatDuration((detectedMs - firstMs) / 1000)} before the incident was detected at ${timeText(detectedMs)}.`;
    const expected = `${measured.invariant.sentence} (${conditionText(measured)})`;
    const actual = `${detailOf(measured)}.`;
    return [
      {
        key: 'invariantGaps',
        match: { name: invariantName(measured) + suffix },
        values: { actual },
        absent: { expected, gap },
      },
    ];
  });
}

/** What stands in the record after measuring one service. @param suffix ` (shop)` for any service but the first */
export function rowsOf(measurement: Measurement, detectedMs: number | undefined, suffix: string): Row[] {
  const { service, outage, stepSeconds, invariants } = measurement;
  const order = indicators.map(({ name }) => name);
  const sorted = measurement.indicators.toSorted(
    (a, b) => order.indexOf(a.indicator.name) - order.indexOf(b.indicator.name),
  );
  const rows = [
    ...sorted.map((each) => metricRow(each, suffix)),
    ...levelRows({ ...measurement, indicators: sorted }, suffix),
    ...invariants.map((each) => invariantRow(each, suffix)),
    ...gapRows(measurement, detectedMs, suffix),
  ];
  if (outage !== undefined) {
    const seconds = Math.max(stepSeconds, (outage.recoveredMs - outage.fromMs) / 1000);
    rows.push({ key: 'systems', match: { name: service.name }, values: { downtime: formatDuration(seconds) } });
  }
  const earlier = breakerSentence(measurement);
  if (earlier !== undefined && suffix === '') rows.push({ key: 'circuitBreaker', match: {}, values: { earlier } });
  return rows;
}

/** What happened by the samples, for the timeline: the ends of the outage, broken invariants, circuit breakers. */
export function eventsOf({ service, outage, invariants, breakers }: Measurement): TimelineEvent[] {
  const source = `prometheus/${service.name}`;
  const event = (ms: number, text: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
    ...instant(ms),
    text,
    actor: 'Prometheus',
    source,
    ...more,
  });
  const events: TimelineEvent[] = [];
  if (outage !== undefined) {
    const goal = `its objective of ${service.objective} %`;
    events.push(
      event(outage.fromMs, `${service.name} misses ${goal}`, { phase: 'detection', milestone: 'impactStarted' }),
    );
    events.push(
      event(outage.recoveredMs, `${service.name} meets ${goal} again`, { phase: 'recovery', milestone: 'mitigated' }),
    );
  }
  for (const measured of invariants)
    if (measured.verdict.firstMs !== undefined)
      events.push(
        event(measured.verdict.firstMs, `Invariant ${invariantName(measured)} is violated`, { phase: 'detection' }),
      );
  for (const { name, changes } of breakers)
    for (const { ms, from, to } of changes)
      events.push(
        event(ms, `Circuit breaker ${name}: ${from} -> ${to}`, { phase: isOpen(to) ? 'mitigation' : 'recovery' }),
      );
  return events;
}
