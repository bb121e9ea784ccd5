import { base64Bytes } from '../base64.ts';
import type { Delivery, Webhook } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';
import { sameText } from '../same-text.ts';
import type { Mapping } from './schema.ts';

/** How far the time of a signed delivery may be from ours. */
const windowMs = 5 * 60_000;

async function refusal(
  { header, method, encoding, prefix, time }: NonNullable<Mapping['signature']>,
  { headers, body, receivedMs }: Delivery,
  secret: string,
): Promise<string | undefined> {
  const given = headers[header];
  if (given === undefined) return `The header ${header} is missing: let the sender send it.`;
  if (!given.startsWith(prefix)) return `The header ${header} does not begin with ${prefix}.`;
  const value = given.slice(prefix.length).trim();
  const wrong = `The header ${header} is wrong: the secret at the sender and the one here must be the same.`;
  if (method === 'token') return (await sameText(value, secret)) ? undefined : wrong;
  const signature = encoding === 'hex' ? hexBytes(value) : base64Bytes(value);
  if (!signature) return `The header ${header} holds no signature in ${encoding}.`;
  const seconds = time === undefined ? undefined : (headers[time] ?? '');
  if (
    seconds !== undefined &&
    (!/^\d{1,12}$/.test(seconds) || Math.abs(Number(seconds) * 1000 - receivedMs) > windowMs)
  )
    return `The header ${time} is missing or more than five minutes away: it is an old delivery, or one of the clocks is wrong.`;
  const parts = seconds === undefined ? [body] : [`${seconds}.`, body];
  const hash = method === 'hmac-sha1' ? 'SHA-1' : 'SHA-256';
  return (await isSigned(hash, secret, parts, [signature])) ? undefined : wrong;
}

/** How a described source delivers: signed where the mapping says how, else protected by its address alone. */
export function webhookOf({ signature, delivery }: Mapping): Webhook {
  return {
    ...(delivery === undefined ? {} : { identity: ({ headers }) => headers[delivery] }),
    ...(signature === undefined
      ? {}
      : {
          secret: { name: signature.header, isRequired: true },
          refusal: async (sent, secret) =>
            secret === undefined
              ? 'This hook has no secret yet: set the one that the sender signs with.'
              : refusal(signature, sent, secret),
        }),
  };
}
