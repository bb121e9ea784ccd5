import type { Delivery, Webhook } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';

/**
 * The Client Secret signs the body; service hooks of a project do the same under another name. Sentry signs no time and names no
 * window, so what keeps a replay harmless is that its events have the same keys.
 */
async function refusal({ headers, body }: Delivery, secret: string | undefined): Promise<string | undefined> {
  if (secret === undefined) return undefined;
  const given = headers['sentry-hook-signature'] ?? headers['x-servicehook-signature'];
  if (given === undefined) {
    return 'The header Sentry-Hook-Signature is missing: the older plugin has none, take the secret away for it.';
  }
  const signature = hexBytes(given.trim());
  if (signature && (await isSigned('SHA-256', secret, [body], [signature]))) return undefined;
  return 'The signature is wrong: copy the Client Secret of the integration once more.';
}

/** Sentry's id of the request. Bodies cannot tell: an issue resolved twice has the same one. */
const identity = ({ headers }: Delivery) => headers['request-id'];

/** How integrations of Sentry deliver. */
export const webhook: Webhook = { secret: { name: 'Client Secret', isRequired: false }, refusal, identity };
