import type { Delivery, Webhook } from '../delivery.ts';
import { hexBytes, isSigned } from '../hmac.ts';
import { textOf } from '../lenient.ts';

/** How old a signed request may be, as Slack's page "Verifying requests from Slack" wants. */
const windowMs = 5 * 60_000;

function bodyOf({ body }: Delivery): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** How Slack delivers by the Events API: signed with the app's signing secret over time and body; it greets first. */
export const webhook: Webhook = {
  secret: { name: 'Signing Secret', isRequired: true },
  async refusal({ headers, body, receivedMs }, secret) {
    if (secret === undefined)
      return 'No signing secret is set here: copy it from the app at Slack, under Basic Information.';
    const { 'x-slack-request-timestamp': time, 'x-slack-signature': header } = headers;
    if (time === undefined || header === undefined) {
      return 'The headers X-Slack-Request-Timestamp and X-Slack-Signature are missing: Slack sends them with every event.';
    }
    if (!/^\d{1,12}$/.test(time) || Math.abs(Number(time) * 1000 - receivedMs) > windowMs) {
      return 'X-Slack-Request-Timestamp is more than five minutes away: it is an old request, or one of the clocks is wrong.';
    }
    const signature = header.startsWith('v0=') ? hexBytes(header.slice(3)) : undefined;
    if (!signature) return 'X-Slack-Signature is no signature: it should be v0= and 64 hexadecimal digits.';
    const genuine = await isSigned('SHA-256', secret, [`v0:${time}:`, body], [signature]);
    return genuine ? undefined : 'The signature is wrong: copy the signing secret of the app to this hook once more.';
  },
  identity: (delivery) => textOf(bodyOf(delivery), 'event_id'),
  async greeting(delivery) {
    const value = bodyOf(delivery);
    const challenge = textOf(value, 'challenge');
    if (textOf(value, 'type') !== 'url_verification' || challenge === undefined || challenge.length > 4096)
      return undefined;
    return { status: 200, type: 'text/plain', body: challenge };
  },
};
