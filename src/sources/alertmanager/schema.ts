import { z } from 'zod';
import { Anything, Num, Text } from '../lenient.ts';

/** Labels and annotations: text by name. */
const Texts = z.record(z.string(), z.unknown());

/** One alert of a webhook. Format: prometheus/alertmanager, notify/webhook/webhook.go and template/template.go. */
export const Alert = z.object({
  status: z.string(),
  labels: Texts,
  annotations: Texts.nullish().catch(undefined),
  /** When the rule fired (after its `for`), RFC 3339: detection, never the onset. */
  startsAt: z.string(),
  /** When its expression stopped matching. Year 1, or any time of a firing alert, is no end. */
  endsAt: Text,
  generatorURL: Text,
  fingerprint: Text,
});
export type Alert = z.infer<typeof Alert>;

/** The webhook's body. `version` is the string "4". Alerts are checked one by one, so that a bad one costs only itself. */
export const Webhook = z.object({
  version: Anything,
  groupKey: Text,
  truncatedAlerts: Num,
  externalURL: Text,
  alerts: z.array(z.unknown()),
});
export type Webhook = z.infer<typeof Webhook>;
