import type { Hono } from 'hono';

/** One thing the server stands on: what it is, whether it is well, and what there is to say of it. */
export type ReadyCheck = { name: string; ok: boolean; detail: string };

/** Asks everything the server stands on; never throws, a failure is an answer. */
export type Readiness = () => Promise<ReadyCheck[]>;

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, else 503 and why. Both are for load balancers and need no
 * sign-in: the details name no content, no host and no secret.
 */
export function addHealth(app: Hono, readiness: Readiness): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    const checks = await readiness();
    const ready = checks.every(({ ok }) => ok);
    return context.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503);
  });
}
