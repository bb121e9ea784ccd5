import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Payload, SignedRequest } from './exchange.ts';
import type { S3Place } from './s3-place.ts';

const emptySha256 = createHash('sha256').digest('hex');

/** A request to the bucket; `key` is absent for the bucket itself. */
export type S3Request = {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  payload?: Payload;
};

/**
 * Signs with AWS Signature Version 4. The payload's hash is signed with it, so the store itself refuses bytes
 * that changed on the way.
 */
export async function sign(place: S3Place, request: S3Request): Promise<SignedRequest> {
  const { method, key, query = {}, headers = {}, payload } = request;
  const url = new URL(place.endpoint);
  url.pathname = key === undefined ? `/${place.bucket}` : `/${place.bucket}/${key}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const { accessKeyId, secretAccessKey, sessionToken, region } = place;
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers, 'x-amz-content-sha256': payload?.sha256 ?? emptySha256 },
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  const signed = await signer.sign();
  return {
    method,
    url: signed.url,
    headers: Object.fromEntries(signed.headers),
    ...(payload === undefined ? {} : { payload }),
  };
}
