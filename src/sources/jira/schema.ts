import { z } from 'zod';
import { Anything, Flag, List, Part, Text } from '../lenient.ts';

export const User = Part({ displayName: Text, name: Text, emailAddress: Text, accountType: Text });
const Named = Part({ name: Text });
export { Named };

/** One comment. Its body is wiki text, or a document tree in version 3 of the API. */
export const Comment = Part({
  id: Text,
  self: Text,
  body: Anything,
  author: User,
  updateAuthor: User,
  created: Anything,
  updated: Anything,
  visibility: Part({ value: Text }),
  jsdPublic: Flag,
});

/** One change, as the REST API tells it; in a webhook it has only id and items. */
export const History = z.object({ id: Text, author: User, created: Anything, items: List });

export const Issue = Part({
  id: Text,
  key: Text,
  self: Text,
  fields: Part({
    summary: Text,
    description: Anything,
    issuetype: Named,
    priority: Named,
    status: Named,
    resolution: Named,
    resolutiondate: Anything,
    components: List,
    labels: List,
    reporter: User,
    creator: User,
    assignee: User,
    created: Anything,
    updated: Anything,
    comment: Part({ comments: List }),
  }),
  changelog: Part({ histories: List }),
});
export type Issue = NonNullable<z.infer<typeof Issue>>;

/** A webhook. Formats: developer.atlassian.com "Webhooks", and the transition of a workflow's post function (no `webhookEvent`). */
export const Webhook = z.object({
  timestamp: Anything,
  webhookEvent: Text,
  issue_event_type_name: Text,
  user: User,
  issue: Issue,
  comment: Anything,
  changelog: Part({ id: Text, items: List }),
  transition: Part({ from_status: Text, to_status: Text, transitionName: Text }),
  version: Part({ id: Text, name: Text, self: Text, description: Text }),
});
