import type { Context } from '../reading.ts';

/** What the parts of this reader write to; `system` is who sent the alert: Alertmanager, or Grafana. */
export type AlertContext = Context & { system: string };
