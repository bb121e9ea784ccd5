import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { EvidenceError } from '../evidence-error.ts';
import { exchange } from './exchange.ts';
import { refusal } from './refusal.ts';
import type { Patience, S3Place } from './s3-place.ts';
import { type S3Request, sign } from './sign.ts';
import { type AnswerHead, Transient, isTransientStatus } from './transient.ts';
import { withinIdle } from './within-idle.ts';

/** An answer; `attempt` counts from 1 and tells how often the request was sent before it came. */
export type Answer<T> = AnswerHead & { attempt: number; value: T };

const textBytes = 4_194_304;

/** Reads an answer's body as text. @throws Transient when it breaks off */
export async function readText(response: IncomingMessage, idleMs: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of withinIdle(response, idleMs)) {
    bytes += chunk.length;
    if (bytes > textBytes) throw new Transient('the answer is longer than any that S3 gives');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** How long to wait before the next try: random below a limit that doubles, so that many clients spread out. */
const waitMs = (patience: Patience, attempt: number) => Math.random() * patience.firstWaitMs * 2 ** attempt;

/**
 * Does something until it works, a refusal is final, or the tries are used up.
 * @throws EvidenceError `evidence.unavailable` after the last try
 */
export async function retrying<T>(place: S3Place, once: (attempt: number) => Promise<T>): Promise<T> {
  const { patience } = place;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(attempt);
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      if (attempt >= patience.attempts) {
        const reason = `${error.message} (tried ${attempt} times)`;
        const advice = 'Check that the store is up and reachable from here, then try again.';
        throw new EvidenceError('evidence.unavailable', { place: place.name, reason, advice }, error);
      }
      await wait(waitMs(patience, attempt));
    }
  }
}

/** Sends a request once. `accept` lists the statuses that are answers; all others are told or may be tried again. */
export async function callOnce<T>(
  place: S3Place,
  request: S3Request,
  accept: number[],
  read: (response: IncomingMessage, idleMs: number) => Promise<T>,
): Promise<AnswerHead & { value: T }> {
  const { idleMs } = place.patience;
  const response = await exchange(await sign(place, request), idleMs);
  const head = { status: response.statusCode ?? 0, headers: response.headers };
  if (accept.includes(head.status)) return { ...head, value: await read(response, idleMs) };
  const body = await readText(response, idleMs);
  if (isTransientStatus(head.status)) throw new Transient(refusal(place, head, body).message);
  throw refusal(place, head, body);
}

/** Sends a request until it is answered. */
export function call<T>(
  place: S3Place,
  request: S3Request,
  accept: number[],
  read: (response: IncomingMessage, idleMs: number) => Promise<T>,
): Promise<Answer<T>> {
  return retrying(place, async (attempt) => ({ ...(await callOnce(place, request, accept, read)), attempt }));
}
