import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { isUrl } from '../url.ts';
import { type Metric, namedBy } from './metrics.ts';

/** One change of an alarm's state, as SNS or EventBridge tells it. */
export type Transition = {
  /** ARN, or account, region and name where an older message has none. */
  identity: string;
  name: string;
  description: string | undefined;
  value: string | undefined;
  previous: string | undefined;
  reason: string | undefined;
  time: string | undefined;
  metrics: Metric[];
  /** What tells the one time series of many that changed. */
  attributes: Metric['dimensions'];
  rule: string | undefined;
  suppressedBy: string | undefined;
  /** The mute rule that kept its actions back. */
  mutedBy: string | undefined;
  /** Places of the time and of all of it. */
  timeAt: string;
  at: string;
};

const states = new Set(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

/**
 * Writes what a change of state says. Its key has whole seconds, as SNS and EventBridge may differ in the fraction, and an alarm
 * takes a state only once in a second. OK closes what ALARM opened; missing data does neither.
 */
export function readTransition(change: Transition, { reading, ignored, keep }: Context): void {
  const epochMs = readInstant(change.time);
  const value = change.value ?? '';
  if (epochMs === undefined) {
    ignored.add(
      'a change of an alarm',
      `its time is no time: ${keep(change.time ?? 'none').slice(0, 40)}`,
      change.timeAt,
    );
    return;
  }
  if (!states.has(value)) {
    ignored.add(
      `alarm state "${keep(value).slice(0, 40)}"`,
      'only OK, ALARM and INSUFFICIENT_DATA are known',
      change.at,
    );
  }
  const name = `Alarm ${keep(change.name)}`;
  const identity = keep(change.identity);
  const key = `cloudwatch:${value.toLowerCase()}:${identity}@${Math.floor(epochMs / 1000)}`;
  const { text, notes } = splitText(sentence(name, value, change, keep));
  const details = [
    notes,
    keep(change.description ?? ''),
    ...change.metrics.map((metric) => `Metric: ${keep(metric.text)}`),
    change.rule === undefined ? undefined : `Rule: ${keep(change.rule)}`,
    change.suppressedBy === undefined ? undefined : `Actions suppressed by ${keep(change.suppressedBy)}`,
    change.mutedBy === undefined ? undefined : `Actions muted by ${keep(change.mutedBy)}`,
  ].filter(Boolean);
  reading.events.push({
    key,
    epochMs,
    text,
    ...(details.length === 0 ? {} : { notes: details.join('\n\n') }),
    actor: 'CloudWatch',
    ...(value === 'ALARM' ? { phase: 'detection', milestone: 'detected' } : {}),
    evidence: change.at,
  });
  const condition = { key: `cloudwatch:${identity}`, name, sinceMs: epochMs };
  if (value === 'ALARM') reading.conditions.push({ ...condition, state: 'open', openedBy: key });
  if (value === 'OK') reading.conditions.push({ ...condition, state: 'closed', closedBy: key });
  alarmFacts(change, epochMs, { reading, ignored, keep });
}

function alarmFacts(change: Transition, epochMs: number, { reading, keep }: Context): void {
  const { facts } = reading;
  const place = { evidence: change.at, epochMs };
  const { services, systems } = namedBy([...change.metrics, { text: '', dimensions: change.attributes }]);
  for (const service of services) facts.services.push({ value: keep(service), ...place });
  if (change.value !== 'ALARM') return;
  for (const system of systems) facts.systems.push({ value: keep(system), ...place });
  facts.titles.push({ value: keep(change.name), from: 'alert', ...place });
  const runbook = /https?:\/\/\S+/.exec(change.description ?? '')?.[0].replace(/[).,;]+$/, '');
  if (isUrl(runbook)) {
    facts.links.push({ value: keep(runbook), kind: 'runbook', of: keep(change.name), evidence: change.at });
  }
}

function sentence(
  name: string,
  value: string,
  { previous, reason }: Transition,
  keep: (text: string) => string,
): string {
  const said = keep(reason ?? '');
  const why = said === '' ? '' : `: ${said}`;
  if (value === 'ALARM') return `${name} fired${why}`;
  if (value === 'OK') return `${name} ${previous === 'ALARM' ? 'went back to OK' : 'is OK'}${why}`;
  if (value === 'INSUFFICIENT_DATA') return `${name} has too little data${why}`;
  return `${name} changed to ${keep(value) || 'no state'}${why}`;
}
