import type { Delivery } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';

/**
 * Why a delivery is not taken; undefined when one of its signatures is right. PagerDuty signs the body of webhook v3 with
 * every secret of the subscription (several while a secret is replaced), and sends no time with it.
 */
export async function refusal({ headers, body }: Delivery, secret: string | undefined): Promise<string | undefined> {
  if (!secret) return undefined;
  const header = headers['x-pagerduty-signature'];
  if (header === undefined)
    return 'The header X-PagerDuty-Signature is missing: send with webhook v3, or take the secret away for v1 and v2.';
  const signatures = header.split(',').flatMap((part) => {
    const [version, text = ''] = part.trim().split('=');
    return version === 'v1' ? (hexBytes(text) ?? []) : [];
  });
  if (signatures.length === 0)
    return 'The header X-PagerDuty-Signature holds no signature of version v1 in hexadecimal.';
  return (await isSigned('SHA-256', secret, [body], signatures))
    ? undefined
    : 'The signature is not of this secret: give Hindcast the signing secret of this webhook subscription.';
}
