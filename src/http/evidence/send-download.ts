import { ReadableStream as NodeStream } from 'node:stream/web';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Download } from '../../operations/evidence/download.ts';
import { HindcastError } from '../../operations/errors.ts';
import { safeHeaders } from '../../store/evidence/index.ts';
import { rangeOf } from './range-of.ts';

/** Whether the client has these bytes already: their name is their hash, so they never change. */
const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));

/** The answer has begun when its bytes turn out wrong: the client sees it end too early, and the log says why. */
async function* noted(body: AsyncIterable<Uint8Array>, sha256: string, log: Logger): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (error) {
    log.error({ err: error, evidence: sha256 }, 'a download was cut off');
    throw error;
  }
}

/**
 * Sends an original with headers that keep hostile content content. All of it is compared with its hash on the way: when it does not
 * fit, the connection ends before the last bytes. A range is sent as it lies there.
 */
export async function sendDownload(context: Context, download: Download, log: Logger): Promise<Response> {
  const { sha256, bytes, type, name } = download;
  const headers = safeHeaders({ sha256, type }, name);
  const tag = headers['ETag'] ?? '';
  const header = (wanted: string) => context.req.header(wanted);
  if (isKnown(header('if-none-match'), tag)) return context.body(null, 304, headers);
  const sameAsBefore = header('if-range') === undefined || header('if-range') === tag;
  const range = sameAsBefore ? rangeOf(header('range'), bytes) : undefined;
  if (range === 'none') {
    context.header('Content-Range', `bytes */${bytes}`);
    throw new HindcastError('evidence.bad-range', { object: sha256, bytes: String(bytes) });
  }
  const { from, to = bytes - 1 } = range ?? { from: 0 };
  const length = { 'Content-Length': String(to - from + 1) };
  const place = range === undefined ? {} : { 'Content-Range': `bytes ${from}-${to}/${bytes}` };
  const status = range === undefined ? 200 : 206;
  if (context.req.method === 'HEAD') return context.body(null, status, { ...headers, ...length, ...place });
  const { body } = await download.read(range);
  // Typed by Node: with the types of a browser in force, streams cannot be made from iterators.
  const stream = NodeStream.from(noted(body, sha256, log)) as unknown as ReadableStream;
  return context.body(stream, status, { ...headers, ...length, ...place });
}
