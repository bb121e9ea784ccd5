import { base64Bytes } from '../base64.ts';
import type { CheckMeans } from '../delivery.ts';
import { readInstant } from '../instant.ts';
import { memberOf, textOf } from '../lenient.ts';

/** SNS tries for an hour at most; five minutes more for clocks that differ. */
const oldestMs = 3_900_000;
const aheadMs = 300_000;

/**
 * Only the region's own SNS host, by its exact form: a looser pattern would let in a storage bucket called `sns`.
 * Others of AWS's own checkers take any path; certificates have had this one since 2012.
 */
const host = String.raw`sns\.[a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d{1,2}\.amazonaws\.com(?:\.cn)?`;
const certificateUrl = new RegExp(String.raw`^https://${host}/SimpleNotificationService-[A-Za-z0-9-]{1,64}\.pem$`);
const subscribeUrl = new RegExp(String.raw`^https://${host}/\?Action=ConfirmSubscription&[\w.~%&=:+/-]{1,2000}$`);

const signedByNotification = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
const signedByConfirmation = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

/** Why an SNS message is not genuine; undefined when its signature is of the certificate of SNS, and fresh. Throws when that cannot be got. */
export async function snsRefusal(sns: unknown, receivedMs: number, means: CheckMeans): Promise<string | undefined> {
  const url = textOf(sns, 'SigningCertURL') ?? textOf(sns, 'SigningCertUrl') ?? '';
  if (!certificateUrl.test(url)) {
    return 'The certificate of this SNS message is not at https://sns.REGION.amazonaws.com: let SNS itself deliver.';
  }
  const version = textOf(sns, 'SignatureVersion');
  if (version !== '1' && version !== '2') {
    return 'Only the signature versions 1 and 2 of SNS are known: set SignatureVersion of the topic to 2.';
  }
  const signature = base64Bytes(textOf(sns, 'Signature') ?? '');
  if (!signature) return 'This SNS message has no signature: let SNS itself deliver.';
  const sentMs = readInstant(textOf(sns, 'Timestamp'));
  if (sentMs === undefined) return 'This SNS message has no time: let SNS itself deliver.';
  if (receivedMs - sentMs > oldestMs) return 'This SNS message is older than an hour: SNS gives up by then.';
  if (sentMs - receivedMs > aheadMs) return 'This SNS message is of the future: check the clock of this server.';
  const pem = await means.fetchText(url);
  const hash = version === '1' ? 'SHA-1' : 'SHA-256';
  if (means.verifiedBy(pem, hash, stringToSign(sns), signature, receivedMs)) return undefined;
  return 'The signature of this SNS message is wrong: it was changed on its way, or is not of SNS.';
}

/** What SNS signs: name and value of each member by name, each followed by a line feed. A missing subject is left out. */
export function stringToSign(sns: unknown): string {
  const names = textOf(sns, 'Type') === 'Notification' ? signedByNotification : signedByConfirmation;
  return names
    .flatMap((name) => {
      const value = memberOf(sns, name);
      return typeof value === 'string' ? [`${name}\n${value}\n`] : [];
    })
    .join('');
}

/** The address that confirms a subscription, when it is one of SNS. */
export function confirmationUrl(sns: unknown): string | undefined {
  const url = textOf(sns, 'SubscribeURL') ?? '';
  return subscribeUrl.test(url) ? url : undefined;
}
