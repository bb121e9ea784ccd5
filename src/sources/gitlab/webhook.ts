import { base64Bytes } from '../base64.ts';
import type { Delivery, Webhook } from '../delivery.ts';
import { isSigned } from '../hmac.ts';
import { sameText } from '../same-text.ts';

/** How far the time of a signed delivery may be from ours, as the Standard Webhooks specification wants. */
const windowMs = 5 * 60_000;

/** What GitLab calls a delivery; the same when it is sent again. Older versions name the event only. */
export const deliveryId = (headers: Record<string, string>): string | undefined =>
  headers['idempotency-key'] ?? headers['webhook-id'] ?? headers['x-gitlab-event-uuid'];

/** GitLab's older way: the secret itself is sent along. */
async function tokenRefusal(headers: Record<string, string>, secret: string): Promise<string | undefined> {
  const token = headers['x-gitlab-token'];
  if (token === undefined) {
    return 'The header X-Gitlab-Token is missing: enter the secret token at GitLab, under Settings, Webhooks.';
  }
  if (await sameText(token, secret)) return undefined;
  return 'X-Gitlab-Token is wrong: the secret token at GitLab and the one here must be the same.';
}

/** GitLab's signing token: `whsec_` and a key in base64, over id, time and body (Standard Webhooks). */
async function signatureRefusal({ headers, body, receivedMs }: Delivery, secret: string): Promise<string | undefined> {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': header } = headers;
  if (id === undefined || time === undefined || header === undefined) {
    return 'The headers webhook-id, webhook-timestamp and webhook-signature are needed: enter the signing token at GitLab.';
  }
  const key = base64Bytes(secret.slice('whsec_'.length));
  if (!key) return 'The signing token here is no whsec_ and base64: copy it from GitLab once more.';
  if (!/^\d{1,12}$/.test(time) || Math.abs(Number(time) * 1000 - receivedMs) > windowMs) {
    return 'webhook-timestamp is more than five minutes away: it is an old delivery, or one of the clocks is wrong.';
  }
  const signatures = header
    .split(' ')
    .flatMap((part) => (part.startsWith('v1,') ? (base64Bytes(part.slice(3)) ?? []) : []));
  if (signatures.length === 0) return 'webhook-signature holds no signature: it should be v1, and base64.';
  const genuine = await isSigned('SHA-256', key, [`${id}.${time}.`, body], signatures.slice(0, 10));
  return genuine ? undefined : 'The signature is wrong: the signing token at GitLab and the one here must be the same.';
}

/** How GitLab delivers: with a signing token (`whsec_...`), or with the older secret token in a header. */
export const webhook: Webhook = {
  secret: { name: 'Signing token, or secret token', isRequired: false },
  async refusal(delivery, secret) {
    if (secret === undefined) return undefined;
    return secret.startsWith('whsec_') ? signatureRefusal(delivery, secret) : tokenRefusal(delivery.headers, secret);
  },
  identity({ headers, body }) {
    const id = deliveryId(headers);
    // What one event brings about, GitLab calls the same: the length keeps it apart.
    return id !== undefined && id === headers['x-gitlab-event-uuid'] ? `${id} ${body.length}` : id;
  },
};
