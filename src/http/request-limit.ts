import type { Hono } from 'hono';
import { HindcastError } from '../operations/errors.ts';
import { clientAddress } from './client-address.ts';
import type { AccessSettings } from './access-settings.ts';

type Bucket = { left: number; atMs: number };

/** Callers remembered at most in one generation; when it is full, it becomes the old one, and the one before is forgotten. */
const mostCallers = 25_000;

/** Takes one request of a caller. @throws HindcastError `rate.limited` with the seconds to wait */
export type Take = (caller: string, nowMs: number) => void;

/**
 * A limit of requests a minute, as a bucket per caller that fills evenly. Kept in memory: each process has its own, and a
 * restart forgets it. What must hold across processes (failed sign-ins) is in the database.
 */
export function requestLimit(perMinute: number): Take {
  let young = new Map<string, Bucket>();
  let old = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return (caller, nowMs) => {
    const { left, atMs } = young.get(caller) ?? old.get(caller) ?? { left: perMinute, atMs: nowMs };
    const now = Math.min(perMinute, left + Math.max(0, nowMs - atMs) * perMs);
    if (now < 1) {
      const seconds = Math.max(1, Math.ceil((1 - now) / perMs / 1000));
      throw new HindcastError(
        'rate.limited',
        { limit: String(perMinute), window: 'a minute', seconds: String(seconds) },
        { data: { retryAfterSeconds: seconds } },
      );
    }
    young.set(caller, { left: now - 1, atMs: nowMs });
    if (young.size < mostCallers) return;
    old = young;
    young = new Map();
  };
}

/** Limits what comes from one address. */
export function limitAddresses(app: Hono, take: Take, { trustedProxies }: AccessSettings): void {
  app.use(async (context, next) => {
    take(`address:${clientAddress(context, trustedProxies)}`, performance.now());
    await next();
  });
}
