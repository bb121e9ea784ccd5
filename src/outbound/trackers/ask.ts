import type { z } from 'zod';
import { limitMs } from './limit.ts';
import { TrackerError } from './tracker-error.ts';

const patienceMs = 20_000;
const mostBytes = 16_000_000;

/** One request to the API of a tracker. */
export type Question = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
};

/** Its answer, when the tracker did what was asked. */
export type Answered = { status: number; headers: Headers; json: unknown };

/** When an answer was given, by the clock of who gave it. */
export function answeredAt({ headers }: Answered): { atMs?: number } {
  const atMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(atMs) ? {} : { atMs };
}

/** Failures after which nothing has left this machine. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function unreachable(error: unknown, host: string): TrackerError {
  if (error instanceof TrackerError) return error;
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const code = cause?.code ?? '';
  const reason =
    name === 'TimeoutError' ? `no answer within ${patienceMs / 1000} s` : code || cause?.message || message;
  return new TrackerError('unreachable', `${host}: ${reason}`, { isUncertain: !neverSent.has(code), cause: error });
}

async function textOf(response: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TrackerError('other', `${host} answers with more than ${mostBytes / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The words of a refusal, however the four say them. */
function reasonIn(json: unknown): string {
  const { message, error, errorMessages, errors } = (json ?? {}) as Record<string, unknown>;
  const parts = [message, error, errorMessages, errors].filter((part) => part !== undefined && part !== null);
  return parts
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .filter((part) => part !== '[]' && part !== '{}')
    .join(' ')
    .slice(0, 300);
}

function refusal({ status, headers, json }: Answered, host: string): TrackerError | undefined {
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  const said = `${host} answers ${status} ${reasonIn(json)}`.trim();
  const retryMs = limitMs(status, headers, json);
  if (retryMs !== undefined) return new TrackerError('limited', said, { retryMs });
  if (status >= 500) return new TrackerError('unreachable', said, { isUncertain: true });
  if (status >= 300 && status < 400) {
    const elsewhere = headers.get('location') ?? 'another address';
    // GitHub and GitLab answer so for a project that was renamed; a token is not carried to where it points.
    return new TrackerError('missing', `${host} points to ${elsewhere}, which is not followed`);
  }
  if (status === 401 || status === 403) return new TrackerError('refused', said);
  if (status === 404 || status === 410) return new TrackerError('missing', said);
  return new TrackerError('invalid', said);
}

/**
 * Asks a tracker once. Redirects are not followed: the token goes to the address that was given and nowhere else.
 * @throws TrackerError
 */
export async function ask({ method, url, headers, body }: Question): Promise<Answered> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'user-agent': 'hindcast',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = { status: response.status, headers: response.headers, json: parsed(await textOf(response, host)) };
    const refused = refusal(answer, host);
    if (refused !== undefined) throw refused;
    return answer;
  } catch (error) {
    throw unreachable(error, host);
  }
}

/** What an answer holds. @throws TrackerError `other` for what is no answer of this API; its request was taken */
export function readAs<Value>(schema: z.ZodType<Value>, json: unknown, what: string): Value {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const reason = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  throw new TrackerError('other', `the answer is no ${what}: ${reason}`, { isUncertain: true });
}
