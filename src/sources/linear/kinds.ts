import { membersOf, textOf } from '../lenient.ts';

/** True for what can be read as a webhook. Those of apps and agents have no data, but say whose and which they are. */
export function isWebhook(value: unknown): boolean {
  const { data, issueData, organizationId, webhookTimestamp, webhookId } = membersOf(value);
  const isOfApp = organizationId !== undefined && webhookTimestamp !== undefined;
  const isMarked = [organizationId, webhookTimestamp, webhookId].some((mark) => mark !== undefined);
  const isLinear = isMarked || textOf(value, 'url')?.startsWith('https://linear.app/') === true;
  const holds = [data, issueData].some((part) => typeof part === 'object' && part !== null);
  return isLinear && (holds || isOfApp) && textOf(value, 'type') !== undefined && textOf(value, 'action') !== undefined;
}
