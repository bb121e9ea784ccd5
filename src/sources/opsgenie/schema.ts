import { z } from 'zod';
import { List, Members, Text } from '../lenient.ts';

const Time = z.union([z.number(), z.string()]).nullish().catch(undefined);
const Named = z.object({ name: Text }).nullish().catch(undefined);

/** The alert of an action. Format: support.atlassian.com/opsgenie, "Opsgenie Edge Connector alert action data". */
export const Alert = z.object({
  alertId: z.string().min(1),
  tinyId: Text,
  alias: Text,
  message: Text,
  description: Text,
  entity: Text,
  priority: Text,
  oldPriority: Text,
  /** Who did it: an address, or the name of an integration. */
  username: Text,
  /** In milliseconds. */
  createdAt: Time,
  /** In nanoseconds. */
  updatedAt: Time,
  note: Text,
  tags: List,
  details: Members,
  owner: Text,
  team: Text,
  recipient: Text,
  responder: z.unknown().optional(),
  addedTags: Text,
  removedTags: Text,
  snoozeEndDate: Time,
  snoozedUntil: Time,
});
export type Alert = z.infer<typeof Alert>;

/** The body of an outgoing webhook. */
export const Action = z.object({
  action: z.string(),
  alert: z.unknown().optional(),
  /** Where it was done: `web`, `api`, `mobile`, `system` ... */
  source: z.object({ name: Text, type: Text }).nullish().catch(undefined),
  integrationName: Text,
  escalationName: Text,
  escalationNotify: Named,
});
export type Action = z.infer<typeof Action>;

/** An alert as the REST API gives it (`GET /v2/alerts`). */
export const Listed = z.object({
  id: z.string().min(1),
  tinyId: Text,
  message: Text,
  status: Text,
  createdAt: z.string(),
  count: z.number().nullish().catch(undefined),
  lastOccurredAt: Text,
  priority: Text,
  entity: Text,
  description: Text,
  source: Text,
  tags: List,
  details: Members,
  report: z.unknown().optional(),
});
export type Listed = z.infer<typeof Listed>;
