import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Transient, connectionError } from './transient.ts';

/** Bytes to send: how many, their SHA-256, and a way to read them anew for each try. A chunk is good until the next. */
export type Payload = { bytes: number; sha256: string; open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

export type SignedRequest = { method: string; url: URL; headers: Record<string, string>; payload?: Payload };

/** From this size the store is asked first: it may refuse, and then nothing need be sent. */
const askFirstBytes = 1_048_576;

/** Some servers never answer the question; then it is sent all the same. */
const askMs = 2_000;

/** Hands a chunk to the connection, and comes back when its bytes are no longer needed. */
const write = (request: ClientRequest, chunk: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    request.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

async function sendPayload(request: ClientRequest, payload: Payload): Promise<void> {
  try {
    for await (const chunk of payload.open()) {
      if (request.destroyed) return;
      await write(request, chunk);
    }
    request.end();
  } catch (error) {
    request.destroy(error as Error);
  }
}

function sendWhenAsked(request: ClientRequest, payload: Payload): void {
  let begun = false;
  const begin = () => {
    if (begun || request.destroyed) return;
    begun = true;
    void sendPayload(request, payload);
  };
  const wait = setTimeout(begin, askMs);
  request.once('continue', begin);
  request.once('response', () => (begun = true));
  for (const event of ['continue', 'response', 'close']) request.once(event, () => clearTimeout(wait));
}

/** An answer may come before all is sent; the rest is then not sent, and the connection not used again. */
function endUnfinished(request: ClientRequest, response: IncomingMessage): void {
  response.once('close', () => {
    if (!request.writableFinished) request.destroy();
  });
}

/**
 * One request and the head of its answer; the answer's body is still to be read.
 * `node:http`, not `fetch`: a body from a file needs a Content-Length, an idle limit and `Expect: 100-continue`.
 * @throws Transient when the connection fails or goes silent for `idleMs`
 */
export function exchange({ method, url, headers, payload }: SignedRequest, idleMs: number): Promise<IncomingMessage> {
  const length = payload?.bytes ?? 0;
  const ask = payload !== undefined && length >= askFirstBytes;
  const sizes = method === 'PUT' || method === 'POST' ? { 'content-length': String(length) } : {};
  const all = { ...headers, ...sizes, ...(ask ? { expect: '100-continue' } : {}) };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers: all });
    request.setTimeout(idleMs, () => request.destroy(new Transient(`no answer for ${idleMs} ms`)));
    request.on('error', (error) => reject(error instanceof Transient ? error : connectionError(error)));
    request.once('response', (response) => {
      request.setTimeout(0);
      endUnfinished(request, response);
      resolve(response);
    });
    if (payload === undefined) request.end();
    else if (ask) sendWhenAsked(request, payload);
    else void sendPayload(request, payload);
  });
}
