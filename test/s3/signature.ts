import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What is signed of a request: the path and query as they came over the wire. */
export type SignedParts = { method: string; target: string; headers: IncomingHttpHeaders };
export type Secrets = { accessKeyId: string; secretAccessKey: string; region: string };
export type Fault = 'AccessDenied' | 'InvalidAccessKeyId' | 'SignatureDoesNotMatch' | 'RequestTimeTooSkewed';

const maximumSkewMs = 15 * 60_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** RFC 3986 encoding with nothing left open but A-Z a-z 0-9 - . _ ~ */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  const decoded = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return [name, value].map((part) => encode(decodeURIComponent(part.replaceAll('+', ' ')))).join('=');
  });
  return decoded.toSorted().join('&');
}

/** `20130524T000000Z` in epoch milliseconds. */
function amzTimeMs(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The signature that AWS Signature Version 4 wants, from "Signature Calculations for the Authorization Header". */
export function signatureOf(parts: SignedParts, signedHeaders: string[], secrets: Secrets): string {
  const { method, target, headers } = parts;
  const [path = '', query = ''] = target.split('?', 2);
  const lines = signedHeaders.map(
    (name) =>
      `${name}:${String(headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  const canonicalPath = path
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const payload = String(headers['x-amz-content-sha256'] ?? '');
  const canonical = [method, canonicalPath, canonicalQuery(query), lines.join(''), signedHeaders.join(';'), payload];
  const time = String(headers['x-amz-date'] ?? '');
  const day = time.slice(0, 8);
  const scope = `${day}/${secrets.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical.join('\n'))].join('\n');
  const key = [secrets.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secrets.secretAccessKey}`, day));
  return hmac(key, text).toString('hex');
}

/** Checks a request's Authorization header; nothing when it is right. */
export function signatureFault(parts: SignedParts, secrets: Secrets, nowMs: number): Fault | undefined {
  const header = parts.headers.authorization ?? '';
  const fields = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    header,
  );
  const [, credential = '', names = '', signature = ''] = fields ?? [];
  const signedHeaders = names.split(';');
  if (fields === null || !signedHeaders.includes('host') || !signedHeaders.includes('x-amz-date'))
    return 'AccessDenied';
  const amz = Object.keys(parts.headers).filter((name) => name.startsWith('x-amz-') || name === 'if-none-match');
  if (amz.some((name) => !signedHeaders.includes(name))) return 'AccessDenied';
  if (credential.split('/')[0] !== secrets.accessKeyId) return 'InvalidAccessKeyId';
  const time = amzTimeMs(String(parts.headers['x-amz-date']));
  if (!(Math.abs(time - nowMs) <= maximumSkewMs)) return 'RequestTimeTooSkewed';
  const wanted = signatureOf(parts, signedHeaders, secrets);
  return timingSafeEqual(Buffer.from(wanted), Buffer.from(signature)) ? undefined : 'SignatureDoesNotMatch';
}
