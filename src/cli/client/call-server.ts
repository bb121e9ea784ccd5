import { randomUUID } from 'node:crypto';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import type { Connection } from './connection.ts';
import { ServerProblem } from './server-problem.ts';

/** An answer: JSON, or a document's bytes. */
export type Reply = { json?: unknown; bytes?: Uint8Array };

const patienceMs = 60_000;
/** A change that got no answer is sent again with its key: done twice, it is done once. */
const attempts = 3;

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

function requestOf(
  { route: { method, path } }: AnyStored,
  input: Record<string, unknown>,
): { path: string; body?: string } {
  const named = namesIn(path);
  const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name]) => !named.includes(name));
  if (method !== 'GET' && method !== 'DELETE') return { path: filled, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams();
  for (const [name, value] of rest) query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return { path: query.size === 0 ? filled : `${filled}?${query}` };
}

async function send(url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(url, { ...request, signal: AbortSignal.timeout(patienceMs) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      if (attempt === attempts) throw new HindcastError('client.unreachable', { url, reason: reasonOf(cause) });
    }
  }
}

/**
 * Calls an operation of a server. A change is sent with `key`, or a new one, so that it can be repeated.
 * @throws ServerProblem what the server answered; HindcastError `client.unreachable`
 */
export async function callServer(
  { url, token }: Connection,
  operation: AnyStored,
  input: Record<string, unknown>,
  key: string = randomUUID(),
): Promise<Reply> {
  const { path, body } = requestOf(operation, input);
  const response = await send(`${url}/api/v1${path}`, {
    method: operation.route.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(operation.effect === 'read' ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw new ServerProblem(response.status, await response.text());
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return isJson ? { json: await response.json() } : { bytes: new Uint8Array(await response.arrayBuffer()) };
}
