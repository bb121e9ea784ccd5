import { EvidenceError } from '../evidence-error.ts';
import type { S3Place } from './s3-place.ts';
import type { AnswerHead } from './transient.ts';
import { xmlText } from './xml.ts';

/** S3 takes no request that was signed more than this away from its own clock. */
const skewMs = 15 * 60_000;

const rights =
  'Its key needs s3:GetObject, s3:PutObject, s3:AbortMultipartUpload and s3:ListBucket, and s3:DeleteObject for retention.';

/** What to do, by the code of the store's answer. */
const advices: Record<string, string> = {
  SignatureDoesNotMatch: 'Check AWS_SECRET_ACCESS_KEY and the region.',
  InvalidAccessKeyId: 'Check AWS_ACCESS_KEY_ID.',
  ExpiredToken: 'Renew AWS_SESSION_TOKEN and its key.',
  RequestTimeTooSkewed: 'Set the clock of this machine; it differs from the store’s by more than 15 minutes.',
  NoSuchBucket: 'Create the bucket, or check its name in HINDCAST_EVIDENCE.',
  AuthorizationHeaderMalformed: 'Check the region in HINDCAST_EVIDENCE.',
  PermanentRedirect: 'The bucket is in another region: check region and endpoint in HINDCAST_EVIDENCE.',
  AccessDenied: rights,
};

/** An answer to HEAD has no body to say why; a clock that is off shows in its Date. */
function clockDiffers(date: string | undefined): boolean {
  const serverMs = Date.parse(date ?? '');
  return Math.abs(serverMs - Date.now()) > skewMs;
}

/** Turns an answer that will not change by trying again into words. */
export function refusal(place: S3Place, { status, headers }: AnswerHead, body: string): EvidenceError {
  const told = xmlText(body, 'Code');
  const code = told ?? (status === 403 && clockDiffers(headers.date) ? 'RequestTimeTooSkewed' : undefined);
  const message = xmlText(body, 'Message');
  const reason = `${status}${code === undefined ? '' : ` ${code}`}${message === undefined ? '' : `, ${message.slice(0, 200)}`}`;
  const known = code !== undefined && Object.hasOwn(advices, code) ? advices[code] : undefined;
  const advice = known ?? (status === 403 ? rights : 'Check endpoint, region and bucket in HINDCAST_EVIDENCE.');
  return new EvidenceError('evidence.refused', { place: place.name, reason, advice });
}
