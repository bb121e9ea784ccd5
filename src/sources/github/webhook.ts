import type { Webhook } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';

/** How GitHub delivers: `X-Hub-Signature-256` over the body as it came, and an id that a redelivery keeps. */
export const webhook: Webhook = {
  secret: { name: 'Secret', isRequired: false },
  async refusal({ headers, body }, secret) {
    if (secret === undefined) return undefined;
    const header = headers['x-hub-signature-256'];
    if (header === undefined) {
      return 'The header X-Hub-Signature-256 is missing: enter the secret at GitHub, under Settings, Webhooks.';
    }
    const signature = header.startsWith('sha256=') ? hexBytes(header.slice(7)) : undefined;
    if (!signature) return 'X-Hub-Signature-256 is no signature: it should be sha256= and 64 hexadecimal digits.';
    const genuine = await isSigned('SHA-256', secret, [body], [signature]);
    return genuine ? undefined : 'The signature is wrong: the secret at GitHub and the one here must be the same.';
  },
  identity: ({ headers }) => headers['x-github-delivery'],
};
