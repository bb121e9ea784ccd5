import { z } from 'zod';
import { Text } from '../lenient.ts';

const Id = z.union([z.number(), z.string()]).nullish().catch(undefined);

/** What an alert of Grafana has beside those of Alertmanager. Format: grafana.com/docs, "Configure webhook notifications". */
export const More = z.object({
  dashboardURL: Text,
  panelURL: Text,
  imageURL: Text,
  /** Values of the rule's expressions, by their letter. */
  values: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  valueString: Text,
});
export type More = z.infer<typeof More>;

/** The body of the old dashboard alerts. It carries no time. Format: Grafana 7, pkg/services/alerting/notifiers/webhook.go. */
export const Legacy = z.object({
  ruleName: z.string(),
  /** alerting, ok, no_data, pending, paused, unknown. */
  state: z.string(),
  ruleId: Id,
  orgId: Id,
  ruleUrl: Text,
  imageUrl: Text,
  title: Text,
  message: Text,
  evalMatches: z
    .array(z.object({ metric: Text, value: z.unknown().optional() }).nullish().catch(undefined))
    .nullish()
    .catch(undefined),
  tags: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
export type Legacy = z.infer<typeof Legacy>;
