import type { Webhook } from '../delivery.ts';
import { readEpoch } from '../epoch.ts';
import { hexBytes, isSigned } from '../hmac.ts';
import { memberOf } from '../lenient.ts';

/** How old a webhook may be, as Linear's page "Webhooks" wants. */
const windowMs = 60_000;

function sentMs(body: Uint8Array): number | undefined {
  try {
    return readEpoch(memberOf(JSON.parse(new TextDecoder().decode(body)), 'webhookTimestamp'));
  } catch {
    return undefined;
  }
}

/** How Linear delivers: `Linear-Signature` over the body, which holds the time it was sent, and an id per delivery. */
export const webhook: Webhook = {
  secret: { name: 'Signing secret', isRequired: true },
  async refusal({ headers, body, receivedMs }, secret) {
    if (secret === undefined)
      return 'No signing secret is set here: copy it from the webhook at Linear, under Settings, API.';
    const header = headers['linear-signature'];
    if (header === undefined) return 'The header Linear-Signature is missing: Linear sends it with every webhook.';
    const signature = hexBytes(header);
    if (!signature) return 'Linear-Signature is no signature: it should be 64 hexadecimal digits.';
    if (!(await isSigned('SHA-256', secret, [body], [signature]))) {
      return 'The signature is wrong: copy the signing secret of the webhook to this hook once more.';
    }
    const time = sentMs(body);
    if (time !== undefined && Math.abs(time - receivedMs) <= windowMs) return undefined;
    return 'webhookTimestamp is more than a minute away: it is an old webhook, or one of the clocks is wrong.';
  },
  identity: ({ headers }) => headers['linear-delivery'],
};
