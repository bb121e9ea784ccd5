import { memberOf, membersOf } from '../lenient.ts';

/** A body with a list of alerts: Alertmanager's webhook, and Grafana's, which is much like it. */
export type AlertsBody = { alerts: unknown[] } & Record<string, unknown>;

/** What a body says beside its alerts; other systems have lists of `alerts` too, without these. */
const groupMarks = ['receiver', 'groupKey', 'groupLabels', 'commonLabels', 'externalURL'];

const isAlert = (value: unknown) =>
  typeof memberOf(value, 'startsAt') === 'string' && Object.keys(membersOf(memberOf(value, 'labels'))).length > 0;

/** True for a body with the marks of Alertmanager's webhook (Grafana sends the same with more). */
export function hasAlerts(value: unknown): value is AlertsBody {
  const alerts = memberOf(value, 'alerts');
  if (!Array.isArray(alerts)) return false;
  return groupMarks.some((mark) => memberOf(value, mark) !== undefined) || alerts.some(isAlert);
}

/**
 * True for the one that Grafana sends: its version is "1" (Alertmanager's is "4"), and it names an organisation, or has the
 * title, state and message of the days before.
 */
export function isFromGrafana(body: AlertsBody): boolean {
  return 'orgId' in body || body['version'] === '1' || ('title' in body && 'state' in body);
}

/** True for a body of Alertmanager itself. */
export const isWebhook = (value: unknown): value is AlertsBody => hasAlerts(value) && !isFromGrafana(value);

/** True for an alert as `GET /api/v2/alerts` lists it: its status is an object, and it has no end that can be told. */
export const isOfApi = (value: unknown): value is Record<string, unknown> =>
  isAlert(value) && memberOf(memberOf(value, 'status'), 'state') !== undefined;
