import { randomUUID } from 'node:crypto';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import type { Connection } from './connection.ts';
import { ServerProblem } from './server-problem.ts';

/** An answer: JSON, or a document's bytes. */
export type Reply = { json?: unknown; bytes?: Uint8Array };

const patienceMs = 60_000;
/** For uploads of a gigabyte over a slow line. */
const uploadPatienceMs = 3_600_000;
/** A change that got no answer is sent again with its key: done twice, it is done once. */
const attempts = 3;

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

type Request = { path: string; body?: string | Blob; type?: string };

function requestOf(operation: AnyStored, input: Record<string, unknown>, bytes: Blob | undefined): Request {
  const { method, path } = operation.route;
  const named = namesIn(path);
  const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name]) => !named.includes(name));
  if (method !== 'GET' && method !== 'DELETE' && operation.takes !== 'bytes')
    return { path: filled, body: JSON.stringify(Object.fromEntries(rest)), type: 'application/json' };
  const query = new URLSearchParams();
  for (const [name, value] of rest) query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const whole = query.size === 0 ? filled : `${filled}?${query}`;
  return bytes === undefined ? { path: whole } : { path: whole, body: bytes, type: 'application/octet-stream' };
}

async function send(url: string, request: RequestInit, patienceMs: number, signal?: AbortSignal): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const timeout = AbortSignal.timeout(patienceMs);
    try {
      return await fetch(url, {
        ...request,
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
    } catch (error) {
      signal?.throwIfAborted();
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      if (attempt === attempts) throw new HindcastError('client.unreachable', { url, reason: reasonOf(cause) });
    }
  }
}

/**
 * Calls an operation of a server, with a file for one that takes bytes. A change is sent with `key`, or a new one, so that it can be repeated.
 * @throws ServerProblem what the server answered; HindcastError `client.unreachable`
 */
export async function callServer(
  { url, token }: Connection,
  operation: AnyStored,
  input: Record<string, unknown>,
  {
    key = randomUUID(),
    bytes,
    signal,
  }: { key?: string | undefined; bytes?: Blob | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Reply> {
  const { path, body, type } = requestOf(operation, input, bytes);
  const request = {
    method: operation.route.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(operation.effect === 'read' ? {} : { 'idempotency-key': key }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body }),
  };
  const patience = bytes === undefined ? patienceMs : uploadPatienceMs;
  const response = await send(`${url}/api/v1${path}`, request, patience, signal);
  if (!response.ok) throw new ServerProblem(response.status, await response.text());
  // A file comes as an attachment, whatever it holds.
  const { headers } = response;
  const isJson = /\bjson\b/.test(headers.get('content-type') ?? '') && !headers.has('content-disposition');
  return isJson ? { json: await response.json() } : { bytes: new Uint8Array(await response.arrayBuffer()) };
}
