import { z } from 'zod';

// What is not needed may be anything: a field of another type counts as absent, so that it costs only itself.
const Text = z.string().nullish().catch(undefined);
const Any = z.record(z.string(), z.unknown()).nullish().catch(undefined);

/** A user, service, policy ... : a reference of v2 and v3 has `summary`, an object of v1 has `name`. */
export const Party = z
  .object({ id: Text, type: Text, summary: Text, name: Text, html_url: Text, email: Text })
  .nullish()
  .catch(undefined);
export type Party = z.infer<typeof Party>;
const Parties = z.array(Party).nullish().catch(undefined);

/** Who got an incident, or acknowledged it, and when: `assignee` in v2, `object` in v1. */
const Given = z
  .array(z.object({ at: Text, assignee: Party, object: Party }).nullish().catch(undefined))
  .nullish()
  .catch(undefined);

/** An incident, or a reference to one (then `summary` is its title), of any version. */
export const Incident = z.object({
  id: z.string().min(1),
  summary: Text,
  title: Text,
  /** v3 calls it `number`, v1 and v2 `incident_number`. */
  number: z.number().nullish().catch(undefined),
  incident_number: z.number().nullish().catch(undefined),
  status: Text,
  html_url: Text,
  service: Party,
  impacted_services: Parties,
  priority: Party,
  urgency: Text,
  incident_type: Party,
  escalation_policy: Party,
  assignees: Parties,
  assignments: Given,
  assigned_to: Given,
  acknowledgers: Given,
  conference_bridge: z.object({ conference_url: Text }).nullish().catch(undefined),
  resolve_reason: z.unknown().optional(),
  /** v1: the title is in here. */
  trigger_summary_data: z.object({ subject: Text, description: Text }).nullish().catch(undefined),
  last_status_change_by: Party,
  resolved_by_user: Party,
});
export type Incident = z.infer<typeof Incident>;

/** The event of webhook v3. Format: developer.pagerduty.com, "Webhooks Overview". */
export const Event = z.object({
  id: Text,
  event_type: z.string(),
  occurred_at: z.string(),
  agent: Party,
  data: z.record(z.string(), z.unknown()),
});

/** What `data` of an event holds when it is no incident: a note, a status update, a responder, a role ... */
export const Detail = z.object({
  id: Text,
  incident: Incident.nullish().catch(undefined),
  summary: Text,
  content: Text,
  message: Text,
  trimmed: z.boolean().nullish().catch(undefined),
  state: Text,
  status: Text,
  user: Party,
  assignee: Party,
  old_assignee: Party,
  role: Party,
  service: Party,
  escalation_policy: Party,
  conference_url: Text,
  incident_workflow: Party,
  action: Party,
  changed_custom_fields: z.array(Any).nullish().catch(undefined),
});
export type Detail = z.infer<typeof Detail>;

/** An entry of an incident's log, as the REST API gives it and as webhook v2 carries it. */
export const LogEntry = z.object({
  id: Text,
  type: z.string(),
  created_at: z.string(),
  summary: Text,
  agent: Party,
  channel: Any,
  note: Text,
  incident: Incident.nullish().catch(undefined),
  service: Party,
  assignees: Parties,
  user: Party,
  contexts: z.array(Any).nullish().catch(undefined),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** A message of webhook v1 (`type`, `data.incident`) or v2 (`event`, `incident`, `log_entries`). */
export const Message = z.object({
  id: Text,
  type: Text,
  event: Text,
  created_on: Text,
  data: z.object({ incident: z.unknown().optional() }).nullish().catch(undefined),
  incident: z.unknown().optional(),
  webhook: Party,
  log_entries: z.array(z.unknown()).nullish().catch(undefined),
});
export type Message = z.infer<typeof Message>;
