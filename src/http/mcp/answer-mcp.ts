import { createMcpHandler, type ServerEventBus } from '@modelcontextprotocol/server';
import type { Context } from 'hono';
import { type Actor, actorName } from '../../operations/access/actor.ts';
import { HindcastError } from '../../operations/errors.ts';
import { storedOperations } from '../../operations/stored.ts';
import { tellChanges } from '../../mcp/changes.ts';
import type { Desk } from '../../mcp/desk.ts';
import { makeServer } from '../../mcp/server.ts';
import { toolsetsOf } from '../../mcp/tools/toolsets.ts';
import { actorOf, type Credentials } from '../actor-of.ts';
import { credentialsOf } from '../credentials-of.ts';
import { feedStream } from '../feed/stream.ts';
import { streamCount } from '../feed/stream-count.ts';
import { mostBodyBytes } from '../input-of.ts';
import type { Take } from '../request-limit.ts';
import type { Surroundings } from '../surroundings.ts';
import { deskOf } from './desk.ts';
import { requireOwnSite } from './require-own-site.ts';
import { metadataUrl } from './resource-metadata.ts';

/** Who calls, by a token alone: a browser sends its cookie for any page. Without one, the answer says where tokens come from. */
async function callerOf(context: Context, around: Surroundings): Promise<[Actor, Credentials]> {
  const says = (error: string) => {
    context.header('WWW-Authenticate', `Bearer ${error}resource_metadata="${metadataUrl(around.origin)}"`);
  };
  try {
    const { bearer } = credentialsOf(context, around.origin);
    if (bearer === undefined) throw new HindcastError('access.unknown');
    return [await actorOf(around.database, { bearer }, around.now()), { bearer }];
  } catch (error) {
    const none = context.req.header('authorization') === undefined;
    if (error instanceof HindcastError && error.code === 'access.unknown') says(none ? '' : 'error="invalid_token", ');
    throw error;
  }
}

type Caller = { actor: Actor; credentials: Credentials; desk: Desk };

/** How a client listens to changes: `begun` when it does, `left` when it does no more. */
type Listening = { begun: () => void; left: () => void };

/** Changes for one client that listens, from the live feed: only those that it may see. */
const busOf = (
  { database, feed, now }: Surroundings,
  { actor, credentials, desk }: Caller,
  { begun, left }: Listening,
): ServerEventBus => ({
  publish: () => {},
  subscribe: (listener) => {
    begun();
    const gone = new AbortController();
    const check = () => actorOf(database, credentials, now()).catch(() => undefined);
    const stream = feedStream(database, feed, { actor, after: feed.latest(), reset: false, check });
    const told = {
      updated: (uri: string) => listener({ kind: 'resource_updated', uri }),
      listed: () => listener({ kind: 'resources_list_changed' }),
    };
    void tellChanges(desk, stream, told, gone.signal).then(left, left);
    return () => gone.abort();
  },
});

/** Answers MCP over streamable HTTP, in both eras of the protocol: each request stands alone, and is who its token is. */
export function answerMcp(around: Surroundings, take: Take): (context: Context) => Promise<Response> {
  const enter = streamCount();
  const onerror = (error: Error) => around.log.warn({ err: error }, 'MCP: a request was not answered as asked');
  return async (context) => {
    requireOwnSite(context, around.origin);
    const [actor, credentials] = await callerOf(context, around);
    const count = () => take(actorName(actor), performance.now());
    count();
    const sets = toolsetsOf(context.req.query('tools'), storedOperations);
    const desk = deskOf(around, actor, count);
    // The library refuses a request whose header and body name different methods.
    const listens = context.req.header('mcp-method') === 'subscriptions/listen';
    if (listens) await around.feed.start();
    const leave = listens ? enter(actorName(actor)) : () => {};
    let isOpen = false;
    const listening = {
      begun: () => void (isOpen = true),
      left: () => {
        leave();
        void handler.close();
      },
    };
    const handler = createMcpHandler(({ era }) => makeServer(desk, { sets, tells: era === 'modern' }), {
      ...(listens ? { bus: busOf(around, { actor, credentials, desk }, listening) } : {}),
      maxRequestBodySize: mostBodyBytes,
      onerror,
    });
    try {
      return await handler.fetch(context.req.raw);
    } finally {
      if (!isOpen) leave();
    }
  };
}
