import { z } from 'zod';
import { List, Members, Text } from '../lenient.ts';

/** What every webhook of Sentry's integration platform has. Format: docs.sentry.io, "Integration Platform", "Webhooks". */
export const Hook = z.object({
  action: z.string(),
  data: Members,
  actor: z.object({ type: Text, name: Text }).catch({ type: undefined, name: undefined }),
});
export type Hook = z.infer<typeof Hook>;

/** An error or message that Sentry stored, as `event`, as `error` and in the older plugin's webhook. */
export const ErrorEvent = z.object({
  event_id: Text,
  title: Text,
  message: Text,
  culprit: Text,
  level: Text,
  environment: Text,
  release: Text,
  platform: Text,
  datetime: Text,
  timestamp: z.unknown().optional(),
  received: z.unknown().optional(),
  url: Text,
  web_url: Text,
  issue_id: Text,
  issue_url: Text,
  tags: List,
});
export type ErrorEvent = z.infer<typeof ErrorEvent>;

/** A group of like errors. None of its times says when its state changed. */
export const Issue = z.object({
  id: Text,
  shortId: Text,
  title: Text,
  culprit: Text,
  level: Text,
  firstSeen: Text,
  status: Text,
  substatus: Text,
  statusDetails: Members,
  web_url: Text,
  permalink: Text,
  project: z.object({ slug: Text, name: Text }).catch({ slug: undefined, name: undefined }),
});
export type Issue = z.infer<typeof Issue>;

/** One incident of a metric alert. */
export const MetricAlert = z.object({
  id: Text,
  identifier: Text,
  organization_id: Text,
  title: Text,
  date_started: Text,
  date_created: Text,
  date_detected: Text,
  date_closed: Text,
  projects: List,
  alert_rule: z.object({ id: Text, name: Text, environment: Text }).catch({
    id: undefined,
    name: undefined,
    environment: undefined,
  }),
});
export type MetricAlert = z.infer<typeof MetricAlert>;

/** The body of the older webhook plugin: no action, and the event inside. */
export const PluginHook = z.object({
  id: Text,
  project: Text,
  project_name: Text,
  project_slug: Text,
  level: Text,
  culprit: Text,
  message: Text,
  url: Text,
  triggering_rules: List,
  event: Members,
});
