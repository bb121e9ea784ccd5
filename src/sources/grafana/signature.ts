import { bearerRefusal } from '../bearer.ts';
import type { Delivery } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';

/** How far a signed time may be off. Grafana asks for "recent"; five minutes are what others use. */
const windowMs = 5 * 60_000;

/**
 * Why a delivery is not taken; undefined when its signature is right. Grafana (12 and later) signs the body, or, where the
 * contact point names a header for the time, `SECONDS:BODY`. Both headers can be renamed, so they are known by their ending.
 * An older Grafana cannot sign: it sends the secret itself, as a bearer token.
 */
export async function refusal(delivery: Delivery, secret: string | undefined): Promise<string | undefined> {
  if (!secret) return undefined;
  const { headers, body, receivedMs } = delivery;
  const named = Object.entries(headers);
  const signed = named.filter(([name]) => name.endsWith('signature')).map(([, value]) => value.trim());
  if (signed.length === 0 && headers['authorization'] !== undefined) return bearerRefusal(delivery, secret);
  if (signed.length === 0)
    return 'The header X-Grafana-Alerting-Signature is missing: give the contact point the secret, under HMAC Signature.';
  const signatures = signed.flatMap((text) => hexBytes(text) ?? []);
  if (signatures.length === 0) return 'The signature is no hexadecimal of 64 digits.';
  if (await isSigned('SHA-256', secret, [body], signatures)) return undefined;
  const times = named.filter(([name, value]) => name.endsWith('timestamp') && /^\d{9,11}$/.test(value.trim()));
  for (const [name, value] of times) {
    if (!(await isSigned('SHA-256', secret, [`${value.trim()}:`, body], signatures))) continue;
    if (Math.abs(receivedMs - Number(value) * 1000) <= windowMs) return undefined;
    return `The time in the header ${name} is more than five minutes off: it was sent again, or a clock is wrong.`;
  }
  return 'The signature is not of this secret: give Hindcast and the contact point the same one.';
}
