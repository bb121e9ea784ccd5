import type { IncomingMessage } from 'node:http';
import { type Answer, Refused } from './answer.ts';
import { type Bucket, mayCreate, takeBody } from './bucket.ts';

/** The time every object has; nothing here depends on it, but clients want one. */
const modified = new Date('2026-01-01T00:00:00Z');

export async function putObject(bucket: Bucket, key: string, request: IncomingMessage): Promise<Answer> {
  const sent = await takeBody(bucket, request);
  mayCreate(bucket, key, request);
  bucket.objects.set(key, sent);
  return { status: 200, headers: { etag: sent.etag } };
}

function rangeOf(header: string, bytes: number): { from: number; to: number } {
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? [];
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first === '' || from >= bytes || to < from) throw new Refused('InvalidRange');
  return { from, to };
}

export function getObject(bucket: Bucket, key: string, request: IncomingMessage): Answer {
  const object = bucket.objects.get(key);
  if (object === undefined) throw new Refused('NoSuchKey');
  const { file, bytes, etag, type } = object;
  const { range } = request.headers;
  const { from, to } = range === undefined ? { from: 0, to: bytes - 1 } : rangeOf(range, bytes);
  const headers = {
    etag,
    'last-modified': modified.toUTCString(),
    'content-type': type,
    'content-length': String(to - from + 1),
  };
  const body = { file, from, to };
  if (range === undefined) return { status: 200, headers, body };
  return { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${to}/${bytes}` }, body };
}

export function deleteObject(bucket: Bucket, key: string): Answer {
  bucket.objects.delete(key);
  return { status: 204 };
}

/** A page of ListObjectsV2. `pageSize` is small so that tests see more than one. */
export function listObjects(bucket: Bucket, query: URLSearchParams, pageSize: number): Answer {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString();
  const keys = [...bucket.objects.keys()].toSorted().filter((key) => key.startsWith(prefix) && key > after);
  const page = keys.slice(0, pageSize);
  const entries = page.map((key) => {
    const { bytes, etag } = bucket.objects.get(key) ?? { bytes: 0, etag: '' };
    const name = key.replaceAll('&', '&amp;');
    return `<Contents><Key>${name}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>${etag}</ETag><Size>${bytes}</Size></Contents>`;
  });
  const more = keys.length > page.length;
  const token = Buffer.from(page.at(-1) ?? '').toString('base64');
  const next = more ? `<NextContinuationToken>${token}</NextContinuationToken>` : '';
  const body = `<ListBucketResult><IsTruncated>${more}</IsTruncated>${entries.join('')}${next}</ListBucketResult>`;
  return { status: 200, body };
}
