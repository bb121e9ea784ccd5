import { routes } from 'virtual:operations';
import { words } from '../words/index.ts';
import { Problem, problemOf } from './problem.ts';

/** An operation's input by name. */
export type Input = Record<string, unknown>;

/** Bytes that an operation takes beside its input. */
type Options = { body?: Blob; signal?: AbortSignal };

const inPath = /\{(\w+)\}/g;

function addressOf(path: string, input: Input): { address: string; rest: Input } {
  const rest = { ...input };
  const address = path.replace(inPath, (_, name: string) => {
    const value = String(rest[name] ?? '');
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { address: `/api/v1${address}`, rest };
}

const queryOf = (input: Input): string => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** Requests that wait before they are sent again; a write has a key, so it is done once. */
const pausesMs = [300, 1500];

async function send(address: string, init: RequestInit): Promise<Response> {
  for (const pauseMs of [...pausesMs, undefined])
    try {
      return await fetch(address, init);
    } catch (error) {
      if (init.signal?.aborted === true) throw error;
      if (pauseMs === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  throw new Problem('offline', 0, words.problem.offline, { advice: words.problem.offlineAdvice });
}

/**
 * Calls an operation by its name.
 * @throws Problem with the server's code, or `offline` after three tries
 */
export async function call<Output>(name: string, input: Input = {}, { body, signal }: Options = {}): Promise<Output> {
  const route = routes[name];
  if (route === undefined) throw new Error(`there is no operation ${name}`);
  const { address, rest } = addressOf(route.path, input);
  const inQuery = route.method === 'GET' || route.method === 'DELETE' || body !== undefined;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (route.effect !== 'read') headers['idempotency-key'] = crypto.randomUUID();
  if (!inQuery) headers['content-type'] = 'application/json';
  const response = await send(inQuery ? address + queryOf(rest) : address, {
    method: route.method,
    headers,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? (inQuery ? {} : { body: JSON.stringify(rest) }) : { body }),
  });
  if (response.status === 401)
    location.assign(`/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`);
  if (!response.ok) throw await problemOf(response);
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return (isJson ? await response.json() : await response.text()) as Output;
}

/** The address of an operation's answer, for links that open or save it. */
export function addressOfCall(name: string, input: Input): string {
  const { address, rest } = addressOf(routes[name]?.path ?? '/', input);
  return address + queryOf(rest);
}
