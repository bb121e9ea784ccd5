import { readEpoch } from '../epoch.ts';
import { formatInstant, readInstant } from '../instant.ts';
import type { Action, Alert } from './schema.ts';

/** `Opsgenie alert #23`, the number that people call it by. */
export const alertName = ({ tinyId, alertId }: Pick<Alert, 'tinyId' | 'alertId'>): string =>
  `Opsgenie alert ${tinyId ? `#${tinyId}` : alertId}`;

/** That an alert was created, with its message. */
export const tellCreated = (name: string, message: string | null | undefined): string =>
  message?.trim() ? `${name} created: ${message.trim()}` : `${name} created`;

/** What an action is told as; undefined when it is none of Opsgenie's own: a custom action, or a new one. */
export function tellAction(name: string, { action, ...body }: Action, alert: Alert): string | undefined {
  const to = body.escalationNotify?.name ?? body.escalationName ?? alert.recipient;
  const until = readEpoch(alert.snoozeEndDate ?? alert.snoozedUntil) ?? readInstant(String(alert.snoozedUntil ?? ''));
  const tellings: Record<string, string> = {
    Create: tellCreated(name, alert.message),
    Acknowledge: `${name} acknowledged`,
    UnAcknowledge: `${name} no longer acknowledged`,
    Close: `${name} closed`,
    Delete: `${name} deleted`,
    AddNote: `Note on ${name}`,
    AddTeam: `${name}: team ${alert.team ?? 'unknown'} added`,
    AddRecipient: `${name}: ${alert.recipient ?? 'somebody'} added`,
    AddResponder: `${name}: ${nameIn(alert.responder) ?? alert.team ?? alert.recipient ?? 'somebody'} added as responder`,
    AssignOwnership: `${name} assigned to ${alert.owner ?? 'somebody'}`,
    TakeOwnership: `${name} taken over`,
    AddTags: `${name}: tags added: ${alert.addedTags ?? 'unknown'}`,
    RemoveTags: `${name}: tags removed: ${alert.removedTags ?? 'unknown'}`,
    Escalate: to ? `${name} escalated to ${to}` : `${name} escalated`,
    EscalateNext: to ? `${name} escalated to ${to}` : `${name} escalated to the next level`,
    EscalateToNext: to ? `${name} escalated to ${to}` : `${name} escalated to the next level`,
    Snooze: until === undefined ? `${name} snoozed` : `${name} snoozed until ${formatInstant(until)}`,
    SnoozeEnded: `${name}: snooze ended`,
    UpdatePriority: `${name}: priority ${alert.oldPriority ? `${alert.oldPriority} to ` : ''}${alert.priority ?? 'unknown'}`,
    UpdateMessage: `${name}: message changed${alert.message?.trim() ? `: ${alert.message.trim()}` : ''}`,
    UpdateDescription: `${name}: description changed`,
    AddDetails: `${name}: details added`,
    RemoveDetails: `${name}: details removed`,
    Seen: `${name} seen`,
  };
  return Object.hasOwn(tellings, action) ? tellings[action] : undefined;
}

function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, username } = value as Record<string, unknown>;
  const found = name ?? username;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
