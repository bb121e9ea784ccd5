/**
 * A clock that goes on from the moment of a context, in milliseconds since 1970. The requests of a round may take minutes: what is held,
 * waits or is in doubt counts from when it was, not from when the round began.
 */
export function presentMs({ now }: { now: string }): () => number {
  const [fromMs, startedMs] = [Date.parse(now), performance.now()];
  return () => fromMs + performance.now() - startedMs;
}
