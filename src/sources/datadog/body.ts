import { readTitle, transitionOf } from './transition.ts';
import { readVariables, type Values } from './variables.ts';

/** A payload of Datadog: its own, or one that a team wrote with Datadog's variables. */
export type Body = Record<string, unknown>;

/** Types of events that Datadog's own monitors have: `query_alert_monitor`, `service_check`, `log_alert` ... Format: `$EVENT_TYPE` of its webhooks. */
const alerts =
  'ci_pipelines|ci_tests|error_tracking|event|event_v2|log|(?:monitor_|metric_)?slo|process|rum|synthetics|trace_analytics';
const eventType = new RegExp(String.raw`^(?:[a-z]+_){1,4}monitor$|^service_check$|^(?:${alerts})_alert$`);
const site = /^https:\/\/(?:[a-z0-9-]+\.){0,2}(?:datadoghq\.(?:com|eu)|ddog-gov\.com)\//;

/**
 * How surely a body is of Datadog, 0 to 1. Its own payload is known by its fields. One that a team wrote is known by a
 * transition, an event type or a link that only Datadog has, beside a title; a title alone says nothing.
 */
export function sureness(value: unknown): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  const body = value as Body;
  const own = ['id', 'last_updated', 'event_type', 'title', 'date', 'org', 'body'];
  if (own.every((name) => name in body)) return 1;
  const values = readVariables(body);
  return Math.max(asMonitor(values), asIncident(values));
}

function asMonitor({ title, transition, eventType: type, link, date, id, alertId, cycle }: Values): number {
  if (title === undefined) return 0;
  const said = readTitle(title.text);
  const marks = [
    transition !== undefined && transitionOf(transition.text) !== undefined,
    type !== undefined && eventType.test(type.text),
    link !== undefined && site.test(link.text),
    said.transition !== undefined,
    cycle !== undefined && alertId !== undefined,
  ].filter(Boolean).length;
  // Others write `[Warn]` in front of a title as well; a scope or a time beside it makes it Datadog's.
  const isBare = marks === 1 && said.transition !== undefined && said.scope === undefined && date === undefined;
  if (marks === 0 || isBare) return 0;
  return marks > 1 ? 0.95 : (date ?? id ?? alertId) === undefined ? 0.6 : 0.8;
}

const asIncident = ({ incidentId, incidentTitle, incidentStatus, incidentUrl }: Values) =>
  incidentId && incidentStatus && (incidentTitle ?? incidentUrl) ? 0.9 : 0;

/** True for a body of Datadog. */
export const isBody = (value: unknown): value is Body => sureness(value) >= 0.5;
