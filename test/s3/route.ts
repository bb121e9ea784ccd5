import type { IncomingMessage } from 'node:http';
import { type Answer, failed } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { abortUpload, completeUpload, createUpload, putPart } from './multipart.ts';
import { deleteObject, getObject, listObjects, putObject } from './objects.ts';

/** The calls of S3 that this server knows, told apart by method, key and query. */
export async function route(
  bucket: Bucket,
  key: string,
  query: URLSearchParams,
  request: IncomingMessage,
  pageSize: number,
): Promise<Answer> {
  const { method } = request;
  const uploadId = query.get('uploadId');
  if (key === '') return method === 'GET' ? listObjects(bucket, query, pageSize) : failed('MethodNotAllowed');
  if (method === 'POST' && query.has('uploads')) return createUpload(bucket, key, request);
  if (method === 'POST' && uploadId !== null) return completeUpload(bucket, key, uploadId, request);
  if (method === 'PUT' && uploadId !== null) return putPart(bucket, uploadId, Number(query.get('partNumber')), request);
  if (method === 'DELETE' && uploadId !== null) return abortUpload(bucket, uploadId);
  if (method === 'PUT') return putObject(bucket, key, request);
  if (method === 'GET' || method === 'HEAD') return getObject(bucket, key, request);
  if (method === 'DELETE') return deleteObject(bucket, key);
  return failed('MethodNotAllowed');
}
