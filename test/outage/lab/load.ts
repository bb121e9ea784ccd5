import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody who writes without pause: an incident of their own, and the token they show. */
export type Writer = { incident: string; token: string; url: () => string };

/** What a load came to. */
export type Tally = {
  /** Text of each change that was acknowledged, in order. */
  acknowledged: string[];
  /** Requests that were sent again, because they failed or had no answer. */
  repeated: number;
  /** Why a request was sent again, the last time. */
  lastProblem: string;
  /** Answers that should not have come: neither yes nor "try again". */
  refused: string[];
};

/** A load that runs until it is stopped. */
export type Load = {
  tally: Tally;
  /** When each writer was last told yes (`performance.now()`). */
  lastAt: readonly number[];
  stop: () => Promise<Tally>;
  /** Ends it where it is: for a test that has failed, whose server may be gone. */
  abandon: () => void;
};

/** A server that was killed with its sockets open gives no answer; one that restarts may take a while. */
const answerWithinMs = 15_000;
const againAfterMs = 10;
/** Every so manieth change sets a field on the version it saw; the others add to a list. */
const setEvery = 3;

type Sent = { path: string; method: string; body: object };

/** Repeats one request with its key until it is acknowledged. Gives its answer, or undefined when it was refused. */
async function persist(
  writer: Writer,
  { path, method, body }: Sent,
  tally: Tally,
  abandoned: AbortSignal,
): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${writer.token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  while (!abandoned.aborted) {
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const response = await fetch(`${writer.url()}/api/v1/incidents/${writer.incident}${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
        signal,
      });
      const answer = await response.text();
      if (response.ok) return JSON.parse(answer);
      tally.lastProblem = `${response.status} ${answer}`;
      if (response.status !== 503 && response.status !== 429) {
        tally.refused.push(`${response.status} ${answer}`);
        return undefined;
      }
    } catch (error) {
      // No answer: whether it was done is what its key is for.
      tally.lastProblem = String(error);
    }
    tally.repeated += 1;
    await sleep(againAfterMs);
  }
  return undefined;
}

/** Starts the writers, each with its next change as soon as the last one was acknowledged. */
export function startLoad(writers: readonly Writer[]): Load {
  const tally: Tally = { acknowledged: [], repeated: 0, lastProblem: 'none', refused: [] };
  const lastAt = writers.map(() => performance.now());
  const stopped = new AbortController();
  const abandoned = new AbortController();
  const write = async (writer: Writer, index: number): Promise<void> => {
    let seen = 0;
    for (let number = 1; !stopped.signal.aborted; number += 1) {
      const text = `${index}/${number}`;
      const adds = number % setEvery !== 0;
      const sent: Sent = adds
        ? {
            method: 'POST',
            path: '/timeline',
            body: { entry: { at: '2026-01-01T10:00Z', precision: 'instant', text } },
          }
        : { method: 'PATCH', path: '/record/summary', body: { set: { text }, seen } };
      const answer = (await persist(writer, sent, tally, abandoned.signal)) as { version: number } | undefined;
      if (answer === undefined) return;
      if (!adds) seen = answer.version;
      tally.acknowledged.push(text);
      lastAt[index] = performance.now();
    }
  };
  const running = Promise.all(writers.map(write));
  return {
    tally,
    lastAt,
    stop: async () => {
      stopped.abort();
      await running;
      return tally;
    },
    abandon: () => abandoned.abort(),
  };
}
