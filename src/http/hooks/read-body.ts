import { type Duplex, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HindcastError } from '../../operations/errors.ts';
import type { BodyBudget } from './body-budget.ts';

/** The largest body of a delivery, packed or unpacked. */
export const mostDeliveryBytes = 50_000_000;

/** How long a body may take to arrive. */
const mostMs = 60_000;

const unpackers = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Bodies that are text: what sources read. Without a type it is taken for that. */
const readable =
  /^(?:text\/[\w.+-]+|application\/(?:[\w.-]{1,60}\+)?json|application\/(?:x-ndjson|ndjson|jsonl|jsonlines|json-seq|x-www-form-urlencoded))$/i;

const tooLarge = () => new HindcastError('body.too-large', { limit: String(mostDeliveryBytes / 1e6) });

function requireReadable(headers: Record<string, string>): void {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim() ?? '';
  // In binary CloudEvents the type is that of the data, which may be anything; it has to be text all the same.
  if (type === '' || readable.test(type) || 'ce-specversion' in headers) return;
  throw new HindcastError('hook.type', { type: type.slice(0, 100) });
}

/** What happened on the way, as one of the closed list. */
function brokenBy(error: unknown): unknown {
  if (error instanceof HindcastError) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  const reason =
    code.startsWith('Z_') || code.startsWith('ERR_BROTLI') ? 'it cannot be unpacked' : 'it ended before it was whole';
  return new HindcastError('hook.broken', { reason });
}

/** The chunks of a body. The connection under it stays when nobody reads on, for it still has to carry the answer. */
function chunksOf(raw: Readable, unpacker: Duplex | undefined): AsyncIterable<Uint8Array> {
  if (unpacker === undefined) return raw.iterator({ destroyOnReturn: false });
  raw.once('error', (error) => unpacker.destroy(error));
  return raw.pipe(unpacker);
}

/**
 * `chunk` behind the first `bytes` of what is there, which grows by doubling. Chunks are not collected: one of a single byte needs a
 * hundred times that, and a sender chooses their size.
 */
function appended(whole: Uint8Array, bytes: number, chunk: Uint8Array): Uint8Array {
  const wanted = bytes + chunk.length;
  let place = whole;
  if (wanted > whole.length) {
    place = Buffer.allocUnsafeSlow(Math.max(wanted, Math.min(2 * wanted, mostDeliveryBytes)));
    place.set(whole.subarray(0, bytes));
  }
  place.set(chunk, bytes);
  return place;
}

/**
 * Reads the body of a delivery, unpacked, and never holds more than the limit; what it holds is taken from `budget`, and given back
 * by the caller.
 * @throws HindcastError `body.too-large`, `hook.type`, `hook.busy`, `hook.broken`
 */
export async function readBody(
  incoming: AsyncIterable<Uint8Array>,
  headers: Record<string, string>,
  budget: BodyBudget,
): Promise<Uint8Array> {
  requireReadable(headers);
  if (Number(headers['content-length'] ?? 0) > mostDeliveryBytes) throw tooLarge();
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpacker = unpackers.get(encoding)?.();
  if (unpacker === undefined && encoding !== 'identity')
    throw new HindcastError('hook.type', { type: `Content-Encoding ${encoding.slice(0, 50)}` });
  const raw = incoming instanceof Readable ? incoming : Readable.from(incoming);
  const late = setTimeout(() => raw.destroy(new Error('it took too long')), mostMs);
  let whole: Uint8Array = new Uint8Array();
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(raw, unpacker)) {
      if (bytes + chunk.length > mostDeliveryBytes) throw tooLarge();
      budget.take(chunk.length);
      whole = bytes === 0 ? chunk : appended(whole, bytes, chunk);
      bytes += chunk.length;
    }
    return whole.subarray(0, bytes);
  } catch (error) {
    budget.give(bytes);
    throw brokenBy(error);
  } finally {
    clearTimeout(late);
  }
}
