import { label, serviceOf } from '../alertmanager/labels.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import { textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import type { SourceEvent } from '../source.ts';
import { isUrl } from '../url.ts';
import { Legacy } from './schema.ts';

/** What each state is told as, and whether the alert is open in it. */
const states: ReadonlyMap<string, { told: string; isOpen?: boolean }> = new Map([
  ['alerting', { told: 'fired', isOpen: true }],
  ['ok', { told: 'resolved', isOpen: false }],
  ['no_data', { told: 'has no data', isOpen: true }],
  ['pending', { told: 'is pending' }],
  ['paused', { told: 'is paused' }],
]);

/** Reads a body of an old dashboard alert. It has no time: its event stands where the delivery came, and says so. */
export function readLegacy(body: unknown, at: string, context: Context): void {
  const { ignored, keep, reading, receivedMs } = context;
  const parsed = Legacy.safeParse(body);
  if (!parsed.success) return ignored.add('a value that is no webhook body', issueText(parsed.error), at);
  const { data: rule } = parsed;
  if ((rule.title ?? rule.ruleName).endsWith('Test notification'))
    return ignored.add('a test notification', 'it is no event of an incident', at);
  const state = states.get(rule.state);
  if (state === undefined)
    return ignored.add(`alert state "${keep(rule.state).slice(0, 40)}"`, 'this state is not known', `${at}/state`);
  const name = `Alert ${keep(rule.ruleName)}`;
  const identity = keep(`${rule.orgId ?? ''}:${rule.ruleId ?? rule.ruleUrl ?? rule.ruleName}`);
  legacyFacts(rule, at, context);
  const event = receivedMs === undefined ? undefined : eventOf(rule, state.told, name, identity, receivedMs, at, keep);
  if (event) reading.events.push(event);
  else ignored.add('the moment of an alert', 'the old webhook tells no time, and a saved file not when it came', at);
  const key = `grafana:rule:${identity}`;
  const since = event ? { sinceMs: event.epochMs } : {};
  if (state.isOpen === true)
    reading.conditions.push({ key, name, state: 'open', ...since, ...(event ? { openedBy: event.key } : {}) });
  if (state.isOpen === false)
    reading.conditions.push({ key, name, state: 'closed', ...since, ...(event ? { closedBy: event.key } : {}) });
}

function eventOf(
  rule: Legacy,
  told: string,
  name: string,
  identity: string,
  epochMs: number,
  place: string,
  keep: (text: string) => string,
): SourceEvent {
  const message = keep(rule.message ?? '');
  const { text, notes } = splitText(message === '' ? `${name} ${told}` : `${name} ${told}: ${message}`);
  const values = (rule.evalMatches ?? []).flatMap((match) =>
    match?.metric ? [`${match.metric} = ${textOf(match, 'value') ?? 'no value'}`] : [],
  );
  const more = [
    notes,
    values.length > 0 ? `Values: ${keep(values.join(', '))}` : '',
    'The time is that of the delivery.',
  ];
  return {
    key: `grafana:${rule.state}:${identity}:${Math.floor(epochMs / 1000)}`,
    epochMs,
    text,
    notes: more.filter(Boolean).join('\n\n'),
    actor: 'Grafana',
    ...(rule.state === 'alerting' ? { milestone: 'detected', inferredFrom: 'position' } : {}),
    ...(rule.state === 'ok' ? {} : { phase: 'detection' }),
    evidence: place,
  };
}

function legacyFacts(rule: Legacy, at: string, { reading, keep }: Context): void {
  const { facts } = reading;
  const of = keep(rule.ruleName);
  const tags = rule.tags ?? {};
  const severity = label(tags, 'severity');
  const service = serviceOf(tags);
  facts.titles.push({ value: of, from: 'alert', evidence: `${at}/ruleName` });
  if (severity) facts.severities.push({ value: keep(severity), of: 'alert', evidence: `${at}/tags/severity` });
  if (service) facts.services.push({ value: keep(service), evidence: `${at}/tags` });
  if (isUrl(rule.ruleUrl))
    facts.links.push({ value: keep(rule.ruleUrl), kind: 'dashboard', of, evidence: `${at}/ruleUrl` });
  if (isUrl(rule.imageUrl))
    facts.links.push({ value: keep(rule.imageUrl), kind: 'image', of, evidence: `${at}/imageUrl` });
}
