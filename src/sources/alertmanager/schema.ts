import { z } from 'zod';

/** Labels and annotations: text by name. Values that are no text are said in `ignored`, see texts.ts. */
const Texts = z.record(z.string(), z.unknown());

/** One alert of a webhook. Format: prometheus/alertmanager, notify/webhook/webhook.go and template/template.go. */
export const Alert = z.object({
  status: z.string(),
  labels: Texts,
  annotations: Texts.nullish(),
  /** When the rule fired (after its `for`), RFC 3339: detection, never the onset. */
  startsAt: z.string(),
  /** When its expression stopped matching. Year 1, or any time of a firing alert, is no end. */
  endsAt: z.string().nullish(),
  generatorURL: z.string().nullish(),
  fingerprint: z.string().nullish(),
});
export type Alert = z.infer<typeof Alert>;

/** The webhook's body. `version` is the string "4". Alerts are checked one by one, so that a bad one costs only itself. */
export const Webhook = z.object({
  version: z.unknown(),
  groupKey: z.string().nullish(),
  truncatedAlerts: z.number().nullish(),
  status: z.string().nullish(),
  receiver: z.string().nullish(),
  externalURL: z.string().nullish(),
  alerts: z.array(z.unknown()),
});
export type Webhook = z.infer<typeof Webhook>;
