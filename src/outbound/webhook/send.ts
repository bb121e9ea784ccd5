import type { Ending } from '../ending.ts';
import { type Answer, post, PostError } from '../post.ts';
import { webhookHeaders } from './sign.ts';

/** One message to an address that takes signed requests. `id` names the message, and each repetition of it. */
export type WebhookMessage = { url: string; secret: string; id: string; body: string; publicOnly: boolean };

function endingOf({ status, text, retryAfterMs }: Answer): Ending {
  if (status >= 200 && status < 300) return { end: 'sent' };
  const problem = `it answered ${status}${text.trim() === '' ? '' : `: ${text.trim().slice(0, 300)}`}`;
  if (status === 410) return { end: 'refused', problem: `${problem} (the receiver wants no more)` };
  if (status >= 300 && status < 400)
    return { end: 'refused', problem: `it answered ${status}: redirects are not followed, give the address itself` };
  return { end: 'again', problem, ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }) };
}

/** Sends it signed. An answer that was lost is no harm: its receiver knows a repetition by its id. */
export async function sendWebhook(
  { url, secret, id, body, publicOnly }: WebhookMessage,
  atMs: number,
): Promise<Ending> {
  const headers = { 'content-type': 'application/json', ...webhookHeaders(secret, id, atMs, body) };
  try {
    return endingOf(await post({ url, headers, body, publicOnly }));
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    if (error.forbidden) return { end: 'refused', problem: error.message };
    return { end: 'again', problem: error.message, ...(error.reached ? {} : { away: true as const }) };
  }
}
