import type { IncomingMessage } from 'node:http';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { secretHash } from '../../operations/access/secret.ts';
import { checkMeans } from '../../operations/delivery/check-means.ts';
import { type Intake, receiveDelivery } from '../../operations/delivery/receive.ts';
import { HindcastError } from '../../operations/errors.ts';
import { findHook, type KnownHook } from '../../operations/hook/known.ts';
import { defaultAccess } from '../access-settings.ts';
import { clientAddress } from '../client-address.ts';
import { requestLimit } from '../request-limit.ts';
import type { Surroundings } from '../surroundings.ts';
import { type BodyBudget, bodyBudget } from './body-budget.ts';
import { readBody } from './read-body.ts';

/** Bodies in memory at the same time: two of the largest, or thousands of usual ones; and those of one hook, which leaves room for others. */
const mostHeldBytes = 128_000_000;
const mostOfHookBytes = 100_000_000;

/** Wrong addresses and refused deliveries that one address may send in a minute. */
const missesPerMinute = 60;

const headersOf = (context: Context): Record<string, string> => context.req.header();

/** The bytes of a request as they come: from the connection where there is one. */
function bytesOf(context: Context): AsyncIterable<Uint8Array> {
  const { incoming } = (context.env ?? {}) as { incoming?: IncomingMessage };
  return incoming ?? context.req.raw.body ?? (async function* () {})();
}

/**
 * Adds `POST /hooks/SOURCE/TOKEN`, where other systems deliver. It stands before the limit of requests by address: many senders come
 * through one. What misses is limited, so that nobody can search for an address.
 */
export function addHooks(app: Hono, around: Surroundings): void {
  const { database, evidence, config, access = defaultAccess } = around;
  const miss = requestLimit(missesPerMinute);
  const all = bodyBudget(mostHeldBytes);
  const budgets = new Map<string, BodyBudget>();
  const budgetOf = ({ id }: KnownHook): BodyBudget => {
    const known = budgets.get(id) ?? bodyBudget(mostOfHookBytes, all);
    budgets.set(id, known);
    return known;
  };

  const hookOf = async (context: Context, address: string, nowMs: number): Promise<KnownHook> => {
    const { source, token = '' } = context.req.param() as { source?: string; token?: string };
    const hook = await findHook(database, secretHash(token), nowMs);
    if (hook !== undefined && hook.source === source) return hook;
    miss(address, performance.now());
    throw new HindcastError('hook.not-found');
  };

  // Senders of CloudEvents ask first whether they may deliver (Azure Event Grid insists); whoever has the address may.
  app.options('/hooks/:source/:token', async (context) => {
    await hookOf(context, clientAddress(context, access.trustedProxies), Date.parse(around.now()));
    const origin = /^[\w.-]{1,253}$/.exec(context.req.header('webhook-request-origin') ?? '')?.[0];
    const allowed = origin === undefined ? {} : { 'WebHook-Allowed-Origin': origin, 'WebHook-Allowed-Rate': '*' };
    return context.body(null, 200, { Allow: 'POST, OPTIONS', ...allowed });
  });

  app.post('/hooks/:source/:token', async (context) => {
    const address = clientAddress(context, access.trustedProxies);
    const receivedMs = Date.parse(around.now());
    const headers = headersOf(context);
    // Of a body that is not read to its end the rest is not waited for.
    context.header('Connection', 'close');
    const hook = await hookOf(context, address, receivedMs);
    const budget = budgetOf(hook);
    const body = await readBody(bytesOf(context), headers, budget);
    context.header('Connection', undefined);
    try {
      const takeRefusal = () => miss(address, performance.now());
      const intake: Intake = { database, evidence, means: checkMeans, config, takeRefusal };
      const answer = await receiveDelivery(intake, hook, { headers, body, receivedMs });
      return context.body(answer.body, answer.status as ContentfulStatusCode, { 'Content-Type': answer.type });
    } finally {
      budget.give(body.length);
    }
  });
}
