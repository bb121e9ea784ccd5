import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Answer, Refused, xml } from './answer.ts';
import { type Bucket, type Sent, mayCreate, takeBody } from './bucket.ts';

const smallestPart = 5 * 1_048_576;

function uploadOf(bucket: Bucket, id: string) {
  const upload = bucket.uploads.get(id);
  if (upload === undefined) throw new Refused('NoSuchUpload');
  return upload;
}

export function createUpload(bucket: Bucket, key: string, request: IncomingMessage): Answer {
  const id = `${randomUUID()}/+=&`;
  bucket.uploads.set(id, { key, type: request.headers['content-type'] ?? '', parts: new Map() });
  const escaped = id.replaceAll('&', '&amp;');
  return {
    status: 200,
    body: xml(`<InitiateMultipartUploadResult><UploadId>${escaped}</UploadId></InitiateMultipartUploadResult>`),
  };
}

export async function putPart(bucket: Bucket, id: string, number: number, request: IncomingMessage): Promise<Answer> {
  const { parts } = uploadOf(bucket, id);
  const sent = await takeBody(bucket, request);
  parts.set(number, sent);
  return { status: 200, headers: { etag: sent.etag } };
}

async function joined(bucket: Bucket, parts: Sent[], type: string): Promise<Sent> {
  const file = path.join(bucket.folder, randomUUID());
  for (const part of parts) {
    await pipeline(createReadStream(part.file), createWriteStream(file, { flags: 'a' }));
  }
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { file, bytes, etag: `"${randomUUID()}-${parts.length}"`, type };
}

export async function completeUpload(
  bucket: Bucket,
  key: string,
  id: string,
  request: IncomingMessage,
): Promise<Answer> {
  const upload = uploadOf(bucket, id);
  const body = await readFile((await takeBody(bucket, request)).file, 'utf8');
  const parts = body
    .split('<Part>')
    .slice(1)
    .map((text) => {
      const [, number] = /<PartNumber>(\d+)</.exec(text) ?? [];
      const [, etag] = /<ETag>(?:"|&quot;)?([^<"&]*)/.exec(text) ?? [];
      const part = upload.parts.get(Number(number));
      if (part === undefined || part.etag !== `"${etag}"`) throw new Refused('InvalidPart');
      return part;
    });
  if (upload.key !== key || parts.length === 0) throw new Refused('InvalidPart');
  if (parts.slice(0, -1).some((part) => part.bytes < smallestPart)) throw new Refused('EntityTooSmall');
  const object = await joined(bucket, parts, upload.type);
  mayCreate(bucket, key, request);
  bucket.objects.set(key, object);
  bucket.uploads.delete(id);
  return { status: 200, body: xml('<CompleteMultipartUploadResult></CompleteMultipartUploadResult>') };
}

export function abortUpload(bucket: Bucket, id: string): Answer {
  uploadOf(bucket, id);
  bucket.uploads.delete(id);
  return { status: 204 };
}
