import { z } from 'zod';
import { List, Members, Num, Part, Text } from '../lenient.ts';

const Named = Part({ name: Text });
export { Named };

/** An issue, as far as it is read. */
const Issue = {
  id: Text,
  identifier: Text,
  number: Text,
  title: Text,
  description: Text,
  url: Text,
  priority: Num,
  priorityLabel: Text,
  createdAt: Text,
  state: Named,
  team: Part({ key: Text, name: Text }),
  assignee: Named,
  project: Named,
  parentId: Text,
  labels: List,
  archivedAt: Text,
  slaBreachesAt: Text,
};

/** What was created, changed or removed: the fields of all kinds that are read. */
const Data = Part({
  ...Issue,
  name: Text,
  content: Text,
  body: Text,
  editedAt: Text,
  updatedAt: Text,
  health: Text,
  status: Named,
  state: z
    .union([Part({ name: Text }).unwrap(), z.string()])
    .optional()
    .catch(undefined),
  user: Named,
  botActor: Named,
  issue: Part(Issue),
  lead: Named,
  targetDate: Text,
});
export type Data = NonNullable<z.infer<typeof Data>>;

/** A webhook. Format: linear.app/developers/webhooks, "Data change events payload". */
export const Webhook = z.object({
  action: Text,
  type: Text,
  /** When it happened; `webhookTimestamp` is when it was sent. */
  createdAt: Text,
  actor: Part({ name: Text, type: Text }),
  data: Data,
  issueData: Data,
  updatedFrom: Members,
  url: Text,
});
