import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { Refused } from './answer.ts';

/** A file that was sent: an object, or a part of one. */
export type Sent = { file: string; bytes: number; etag: string; type: string };

/** One bucket: names in memory, bytes in files of `folder`. */
export type Bucket = {
  name: string;
  folder: string;
  objects: Map<string, Sent>;
  uploads: Map<string, { key: string; type: string; parts: Map<number, Sent> }>;
};

/** Writes a request's body to a file, refusing one that is not what its header signs. */
export async function takeBody(bucket: Bucket, request: IncomingMessage): Promise<Sent> {
  const length = request.headers['content-length'];
  if (length === undefined) throw new Refused('MissingContentLength');
  const file = path.join(bucket.folder, randomUUID());
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  const out = createWriteStream(file);
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    for (const hash of [sha256, md5]) hash.update(chunk);
    bytes += chunk.length;
    if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(resolve));
  const signed = request.headers['x-amz-content-sha256'];
  const wrong = signed !== 'UNSIGNED-PAYLOAD' && signed !== sha256.digest('hex');
  if (!wrong && bytes === Number(length))
    return {
      file,
      bytes,
      etag: `"${md5.digest('hex')}"`,
      type: request.headers['content-type'] ?? 'binary/octet-stream',
    };
  await rm(file, { force: true });
  throw new Refused(wrong ? 'XAmzContentSHA256Mismatch' : 'IncompleteBody');
}

/** Whether a write with `If-None-Match: *` may happen. */
export function mayCreate(bucket: Bucket, key: string, request: IncomingMessage): void {
  if (request.headers['if-none-match'] === '*' && bucket.objects.has(key)) throw new Refused('PreconditionFailed');
}
