import type { Answer, CheckMeans, Delivery, Webhook } from '../delivery.ts';
import { textOf } from '../lenient.ts';
import { sameText } from '../same-text.ts';
import { confirmationUrl, snsRefusal } from './signature.ts';
import { isBusEvent, isSns } from './unwrap.ts';

const topicArn = /^arn:aws[a-z-]{0,20}:sns:/;

function bodyOf({ body }: Delivery): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/**
 * An SNS message must be signed; of which topic, the secret says when it is an ARN. Raw messages and API destinations of
 * EventBridge carry no signature: the address is their secret, or a key of one's own in `X-Api-Key`.
 */
async function refusal(delivery: Delivery, secret: string | undefined, means: CheckMeans): Promise<string | undefined> {
  const value = bodyOf(delivery);
  if (secret !== undefined && !topicArn.test(secret)) {
    const given = delivery.headers['x-api-key'];
    if (given !== undefined && (await sameText(given, secret))) return undefined;
    return 'The key in X-Api-Key is missing or wrong: set it in the connection of the API destination.';
  }
  if (!isSns(value)) {
    return secret === undefined
      ? undefined
      : 'Only signed messages of the topic are taken: turn raw message delivery off, or take the topic ARN away.';
  }
  if (secret !== undefined && textOf(value, 'TopicArn') !== secret) {
    return 'This message is of another topic: subscribe the one whose ARN is set here.';
  }
  return snsRefusal(value, delivery.receivedMs, means);
}

/** The id that SNS gives a message, the same in each retry; in raw delivery it is a header. */
function identity(delivery: Delivery): string | undefined {
  const header = delivery.headers['x-amz-sns-message-id'];
  const value = bodyOf(delivery);
  if (isSns(value)) return textOf(value, 'MessageId') ?? header;
  return header ?? (isBusEvent(value) ? textOf(value, 'id') : undefined);
}

/** Confirms a subscription by getting its address, as SNS asks for. The end of one is kept as a delivery, and said. */
async function greeting(delivery: Delivery, means: CheckMeans): Promise<Answer | undefined> {
  const value = bodyOf(delivery);
  if (!isSns(value) || textOf(value, 'Type') !== 'SubscriptionConfirmation') return undefined;
  // Whoever answers without a check before would make this server call for strangers.
  const why = await snsRefusal(value, delivery.receivedMs, means);
  const url = confirmationUrl(value);
  if (why !== undefined || url === undefined) {
    return { status: 400, type: 'text/plain', body: why ?? 'SubscribeURL is no address of SNS.' };
  }
  await means.fetchText(url);
  return { status: 200, type: 'text/plain', body: 'subscribed' };
}

/** How SNS and API destinations of EventBridge deliver. */
export const webhook: Webhook = {
  secret: { name: 'topic ARN, or API key', isRequired: false },
  refusal,
  identity,
  greeting,
};
