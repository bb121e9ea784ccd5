/** What can happen to an incident, in one word for all versions and the log: part of an event's identity. */
export type Verb =
  | 'trigger'
  | 'acknowledge'
  | 'unacknowledge'
  | 'resolve'
  | 'reopen'
  | 'assign'
  | 'escalate'
  | 'delegate'
  | 'annotate'
  | 'notify'
  | 'snooze'
  | 'priority'
  | 'urgency'
  | 'service'
  | 'title'
  | 'type'
  | 'responder'
  | 'reply'
  | 'status'
  | 'bridge'
  | 'fields'
  | 'workflow'
  | 'task'
  | 'action'
  | 'role'
  | 'other';

/** Events of webhook v3, by their type without `incident.`. */
const events: Record<string, Verb> = {
  triggered: 'trigger',
  acknowledged: 'acknowledge',
  unacknowledged: 'unacknowledge',
  resolved: 'resolve',
  reopened: 'reopen',
  reassigned: 'assign',
  escalated: 'escalate',
  delegated: 'delegate',
  annotated: 'annotate',
  priority_updated: 'priority',
  urgency_updated: 'urgency',
  service_updated: 'service',
  title_updated: 'title',
  'incident_type.changed': 'type',
  'responder.added': 'responder',
  'responder.replied': 'reply',
  status_update_published: 'status',
  'conference_bridge.updated': 'bridge',
  'custom_field_values.updated': 'fields',
  'workflow.started': 'workflow',
  'workflow.completed': 'workflow',
  'task.created': 'task',
  'task.updated': 'task',
  'task.completed': 'task',
  'action_invocation.created': 'action',
  'action_invocation.updated': 'action',
  'action_invocation.terminated': 'action',
  'role.assigned': 'role',
};

/** What both messages of webhook v1 and v2 and entries of the log tell. */
const statuses: Record<string, Verb> = {
  trigger: 'trigger',
  acknowledge: 'acknowledge',
  unacknowledge: 'unacknowledge',
  resolve: 'resolve',
  assign: 'assign',
  escalate: 'escalate',
  delegate: 'delegate',
  annotate: 'annotate',
};

/** Messages of webhook v1 and v2, by their type without `incident.`; custom is an action that a team defined. */
const messages: Record<string, Verb> = { ...statuses, custom: 'action' };

/** Entries of the log, by their type without `_log_entry`. */
const entries: Record<string, Verb> = {
  ...statuses,
  acknowledgement: 'acknowledge',
  reopen: 'reopen',
  reassign: 'assign',
  notify: 'notify',
  snooze: 'snooze',
  priority_change: 'priority',
  urgency_change: 'urgency',
  responder_request: 'responder',
  status_update: 'status',
  exhaust_escalation_path: 'other',
  repeat_escalation_path: 'other',
  reach_ack_limit: 'other',
  reach_trigger_limit: 'other',
  unsnooze: 'other',
  field_value_change: 'other',
  custom_field_value_change: 'other',
};

const find = (list: Record<string, Verb>, name: string | undefined) =>
  name !== undefined && Object.hasOwn(list, name) ? list[name] : undefined;

/** The verb of an event type of webhook v3; undefined when it is not known. */
export const eventVerb = (type: string) => find(events, /^incident\.(.+)$/.exec(type)?.[1]);
/** The verb of a message of webhook v1 and v2. */
export const messageVerb = (type: string) => find(messages, /^incident\.(.+)$/.exec(type)?.[1]);
/** The type of a log entry without what all have in common: `trigger` of `trigger_log_entry_reference`. */
export const entryKind = (type: string) => /^(\w{1,60})_log_entry(?:_reference)?$/.exec(type)?.[1];
/** The verb of a log entry. */
export const entryVerb = (type: string) => find(entries, entryKind(type));
