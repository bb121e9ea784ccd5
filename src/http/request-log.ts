import { randomUUID } from 'node:crypto';
import type { Context, Hono, Next } from 'hono';
import type { Logger } from 'pino';
import { matchedRoute } from './matched-route.ts';

const idForm = /^[\w.-]{8,64}$/;

/**
 * One line per request, with its id, which the answer carries too (`X-Request-Id`; one that a proxy gave is kept). Addresses and
 * headers are never logged: they may hold secrets of links and sessions. The route's pattern is.
 */
export function addRequestLog(app: Hono, log: Logger): void {
  app.use(async (context: Context, next: Next) => {
    const given = context.req.header('x-request-id');
    const id = given !== undefined && idForm.test(given) ? given : randomUUID();
    const start = performance.now();
    context.header('X-Request-Id', id);
    await next();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const { status } = context.res;
    const level = status >= 500 ? 'error' : 'info';
    log[level]({ request: id, method: context.req.method, route: matchedRoute(context), status, ms }, 'request');
  });
}
