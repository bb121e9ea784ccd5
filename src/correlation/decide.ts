import { type Said, say } from '../record/said.ts';
import { type Correlated, fits } from './fits.ts';
import type { Rule } from './rules.ts';

/** An incident that signals may belong to: nobody has approved it yet. Times are milliseconds since 1970 UTC. */
export type OpenIncident = {
  id: string;
  /** `INC-7`. */
  key: string;
  /** Only some may know of it, and reasons are read by everybody who decides about signals. */
  isRestricted?: boolean;
  services: readonly string[];
  /** Alerts whose signals it has. */
  conditions: readonly string[];
  /** When it began, or else when it was made: it does not move when signals join, so that their order does not matter. */
  fromMs: number;
  /** Its stated end. */
  endMs?: number;
};

/** What is done with a signal, by which rule, and why in a sentence. */
export type Decision = { rule: string; why: Said } & (
  | { act: 'join'; incident: string }
  | { act: 'open'; template?: string; title: string; severity?: string }
  | { act: 'leave' }
  | { act: 'ignore' }
);

/** Signals may be older than the incident: an alert was there before somebody opened it. */
const leadMs = 2 * 3_600_000;
/** And a little younger than its end: alerts close late. */
const graceMs = 3_600_000;

const isWithin = ({ epochMs }: Correlated, { fromMs, endMs }: OpenIncident, withinHours: number): boolean =>
  epochMs >= fromMs - leadMs &&
  epochMs <= fromMs + withinHours * 3_600_000 &&
  (endMs === undefined || epochMs <= endMs + graceMs);

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function candidates(
  rule: Rule & { do: 'join' },
  signal: Correlated,
  incidents: readonly OpenIncident[],
): OpenIncident[] {
  const { conditionKey, service } = signal;
  return incidents.filter((incident) => {
    if (!isWithin(signal, incident, rule.withinHours)) return false;
    if (rule.by === 'condition') return conditionKey !== null && incident.conditions.includes(conditionKey);
    return service !== null && incident.services.some((each) => isSame(each, service));
  });
}

function titleOf(pattern: string, signal: Correlated): string {
  const values: Record<string, string | null> = {
    condition: signal.conditionName ?? signal.text,
    service: signal.service,
    severity: signal.severity,
    source: signal.source,
    text: signal.text,
  };
  const title = pattern.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : hole,
  );
  return title.replaceAll(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() || signal.text.slice(0, 300).toWellFormed();
}

function join(
  rule: Rule & { do: 'join' },
  signal: Correlated,
  incidents: readonly OpenIncident[],
): Decision | undefined {
  const found = candidates(rule, signal, incidents);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second !== undefined) {
    const named = found.filter(({ isRestricted }) => isRestricted !== true).map(({ key }) => key);
    const keys = named.toSorted().join(', ');
    const why =
      keys === ''
        ? say`Several open incidents fit: a person has to choose.`
        : say`Several open incidents fit, ${keys}: a person has to choose.`;
    return { rule: rule.name, act: 'leave', why };
  }
  const why =
    rule.by === 'condition'
      ? say`${first.key} has the same alert, ${signal.conditionName ?? signal.conditionKey ?? ''}.`
      : say`${first.key} is open for the same service, ${signal.service ?? ''}.`;
  return { rule: rule.name, act: 'join', incident: first.id, why };
}

function open(rule: Rule & { do: 'open' }, signal: Correlated): Decision | undefined {
  // An alert that ended, and a remark, open nothing: only what goes on may.
  if (signal.conditionState === 'closed') return undefined;
  const told = signal.severity ?? undefined;
  const severity = told !== undefined && Object.hasOwn(rule.severity, told) ? rule.severity[told] : told;
  return {
    rule: rule.name,
    act: 'open',
    title: titleOf(rule.title, signal),
    ...(rule.template === undefined ? {} : { template: rule.template }),
    ...(severity === undefined ? {} : { severity }),
    why: say`The rule says that such a signal opens an incident.`,
  };
}

/** What is done with a signal: the first rule that fits and finds what it needs decides; without one it waits for a person. Pure. */
export function decide(signal: Correlated, incidents: readonly OpenIncident[], rules: readonly Rule[]): Decision {
  for (const rule of rules) {
    if (!fits(rule.when, signal)) continue;
    if (rule.do === 'ignore')
      return { rule: rule.name, act: 'ignore', why: say`The rule says that such a signal is ignored.` };
    if (rule.do === 'leave')
      return { rule: rule.name, act: 'leave', why: say`The rule says that such a signal waits for a person.` };
    const decision = rule.do === 'join' ? join(rule, signal, incidents) : open(rule, signal);
    if (decision !== undefined) return decision;
  }
  return { rule: '', act: 'leave', why: say`No rule found an incident for it.` };
}
