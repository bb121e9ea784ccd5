import { LedgerError } from '../../ledger/ledger-error.ts';
import { openTimestamp } from '../../ledger/timestamp/reply.ts';
import { nonceOf, timestampRequest } from '../../ledger/timestamp/request.ts';
import { HindcastError, reasonOf } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

const patienceMs = 10_000;
const mostReplyBytes = 1_000_000;

const failed = (reason: string) => new HindcastError('anchor.unavailable', { reason });

async function ask(url: string, request: Uint8Array): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/timestamp-query' },
    body: Buffer.from(request),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok || response.body === null) throw failed(`it answered with status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > mostReplyBytes) throw failed(`its answer has more than ${mostReplyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Has the time stamp authority of the settings stamp a text: the checked reply, and when that was by the authority's clock.
 * @throws HindcastError `anchor.unavailable`: there is none, it does not answer, or what it answers does not hold
 */
export async function requestTimestamp(
  { timestampAuthority: place, random }: StoredContext,
  text: string,
): Promise<{ place: string; proof: Uint8Array; at: string }> {
  if (place === undefined) throw failed('none is set (HINDCAST_TSA)');
  const nonce = nonceOf(random(16));
  try {
    const proof = await ask(place, timestampRequest(text, nonce));
    return { place, proof, at: openTimestamp(proof, text, nonce).at };
  } catch (error) {
    if (error instanceof HindcastError) throw error;
    throw failed(error instanceof LedgerError ? error.message : reasonOf(error));
  }
}
