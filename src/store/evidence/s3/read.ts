import type { IncomingMessage } from 'node:http';
import { fitRange, rangeText } from '../byte-range.ts';
import { checkedBody } from '../checked-body.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { ByteRange, EvidenceRead } from '../contract.ts';
import { call, callOnce, retrying } from './call.ts';
import { storedBytes } from './head.ts';
import type { S3Place } from './s3-place.ts';
import { Transient } from './transient.ts';
import { withinIdle } from './within-idle.ts';

const asIs = async (response: IncomingMessage) => response;

type Source = { place: S3Place; key: string; sha256: string; response: IncomingMessage };

/** Asks for the rest when a connection broke; the hash at the end tells whether the pieces fit. */
async function reopen({ place, key, sha256 }: Source, from: number, to: number): Promise<IncomingMessage> {
  const request = { method: 'GET', key, headers: { range: `bytes=${from}-${to}` } } as const;
  const { status, value } = await callOnce(place, request, [206, 404, 416], asIs);
  if (status === 206) return value;
  value.destroy();
  const reason = 'it changed while it was read';
  throw new EvidenceError('evidence.corrupt', { object: sha256, place: place.name, reason });
}

/** The bytes `from` up to `from + length`, over as many connections as it takes while each brings some. */
async function* bytesOf(source: Source, from: number, length: number): AsyncGenerator<Uint8Array, void> {
  const { attempts, idleMs } = source.place.patience;
  for (let at = from, end = from + length, idle = 0; ;) {
    let broken = new Transient('the answer ended early');
    const start = at;
    try {
      for await (const chunk of withinIdle(source.response, idleMs)) {
        at += chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      broken = error;
    }
    if (at >= end) return;
    idle = at > start ? 0 : idle + 1;
    source.response = await retrying(source.place, (attempt) => {
      if (attempt === 1 || idle >= attempts) throw broken;
      return reopen(source, at, end - 1);
    });
  }
}

/** An iterator whose `return()` lets go of the connection even before the first read, as a plain generator's does not. */
function closable(body: AsyncGenerator<Uint8Array, void>, source: Source): AsyncIterableIterator<Uint8Array> {
  return {
    next: () => body.next(),
    return: () => {
      source.response.destroy();
      return body.return() as Promise<IteratorReturnResult<undefined>>;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Of `bytes 10-19/200` the size of the whole. */
const wholeBytes = (contentRange: string | undefined) => Number(contentRange?.split('/')[1] ?? Number.NaN);

/** Reads an object of a bucket, the whole of it checked, or a range unchecked. */
export async function readObject(
  place: S3Place,
  key: string,
  sha256: string,
  range?: ByteRange,
): Promise<EvidenceRead> {
  if (range !== undefined) fitRange(range, Number.MAX_SAFE_INTEGER, sha256);
  const headers: Record<string, string> = range === undefined ? {} : { range: `bytes=${rangeText(range)}` };
  const accept = range === undefined ? [200, 404] : [206, 404, 416];
  const answer = await call(place, { method: 'GET', key, headers }, accept, asIs);
  const { status, value: response } = answer;
  if (status === 404 || status === 416) response.destroy();
  if (status === 404) throw new EvidenceError('evidence.not-found', { object: sha256, place: place.name });
  if (status === 416) fitRange(range ?? { from: 0 }, (await storedBytes(place, key)) ?? 0, sha256);
  const bytes =
    range === undefined ? Number(answer.headers['content-length']) : wholeBytes(answer.headers['content-range']);
  const { from, length } = range === undefined ? { from: 0, length: bytes } : fitRange(range, bytes, sha256);
  const source = { place, key, sha256, response };
  const plain = bytesOf(source, from, length);
  const checked = range === undefined;
  const type = answer.headers['content-type'];
  const body = closable(checked ? checkedBody(plain, sha256, place.name) : plain, source);
  return { bytes, ...(type === undefined ? {} : { type }), from, length, checked, body };
}
