import { lookup as resolve } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A request, and what a stranger's address may not reach. */
export type Post = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Refuses addresses of private networks, whatever name leads there: for addresses that strangers typed. */
  publicOnly?: boolean;
  patienceMs?: number;
};

export type Answer = { status: number; text: string; retryAfterMs?: number };

/** No answer. `reached` says whether the request may have arrived; `forbidden`, that it never may. */
export class PostError extends Error {
  readonly reached: boolean;
  readonly forbidden: boolean;
  constructor(reason: string, reached: boolean, forbidden = false) {
    super(reason);
    this.reached = reached;
    this.forbidden = forbidden;
  }
}

const defaultPatienceMs = 20_000;
const mostBytes = 100_000;
const notPublic = 'it leads to a private network';

/** The name is looked up once, and what is connected to is what was looked at. */
const publicLookup: LookupFunction = (name, options, done) =>
  resolve(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const [first] = found;
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address)))
      return done(new PostError(notPublic, false, true), '', 0);
    return options.all === true ? done(null, found) : done(null, first.address, first.family);
  });

function retryAfterMs(header: string | undefined): { retryAfterMs?: number } {
  const seconds = Number(header);
  return header === undefined || !(seconds >= 0) ? {} : { retryAfterMs: Math.min(seconds, 86_400) * 1000 };
}

const reasonOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.message;

/** Sends a request on a connection of its own; redirects are not followed. @throws PostError without an answer */
export function post({
  url,
  headers,
  body,
  publicOnly = false,
  patienceMs = defaultPatienceMs,
}: Post): Promise<Answer> {
  const { promise, resolve: give, reject } = Promise.withResolvers<Answer>();
  const address = new URL(url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (publicOnly && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.reject(new PostError(notPublic, false, true));
  let reached = false;
  const send = address.protocol === 'https:' ? requestSecure : requestPlain;
  const sent = send(address, {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'user-agent': 'Hindcast', 'content-length': String(Buffer.byteLength(body)) },
    ...(publicOnly ? { lookup: publicLookup } : {}),
  });
  const fail = (error: Error) => reject(error instanceof PostError ? error : new PostError(reasonOf(error), reached));
  const late = setTimeout(() => sent.destroy(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  // Before there is a connection, nothing can have arrived.
  sent.on('socket', (socket) =>
    socket.once(address.protocol === 'https:' ? 'secureConnect' : 'connect', () => (reached = true)),
  );
  sent.on('error', fail);
  sent.on('close', () => clearTimeout(late));
  sent.on('response', (response) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = () =>
      give({
        status: response.statusCode ?? 0,
        text: Buffer.concat(chunks).toString('utf8'),
        ...retryAfterMs(response.headers['retry-after']),
      });
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) return chunks.push(chunk);
      // The status says enough.
      done();
      return response.destroy();
    });
    response.on('end', done);
    response.on('error', fail);
  });
  sent.end(body);
  return promise;
}
