import type { Webhook } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';

/** How Jira delivers: `X-Hub-Signature` over the body (WebSub), and an id that each retry keeps. */
export const webhook: Webhook = {
  secret: { name: 'Secret', isRequired: false },
  async refusal({ headers, body }, secret) {
    if (secret === undefined) return undefined;
    const header = headers['x-hub-signature'];
    if (header === undefined) {
      return 'The header X-Hub-Signature is missing: enter the secret at Jira, under System, WebHooks.';
    }
    const signature = header.startsWith('sha256=') ? hexBytes(header.slice(7)) : undefined;
    if (!signature) return 'X-Hub-Signature is no signature: it should be sha256= and 64 hexadecimal digits.';
    const genuine = await isSigned('SHA-256', secret, [body], [signature]);
    return genuine ? undefined : 'The signature is wrong: the secret at Jira and the one here must be the same.';
  },
  identity: ({ headers }) => headers['x-atlassian-webhook-identifier'],
};
