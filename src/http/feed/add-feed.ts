import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { type Actor, actorName } from '../../operations/access/actor.ts';
import { requirePermission } from '../../operations/access/require.ts';
import { HindcastError } from '../../operations/errors.ts';
import { loadIncident } from '../../operations/incident/load.ts';
import { actorOf } from '../actor-of.ts';
import { credentialsOf } from '../credentials-of.ts';
import type { Surroundings } from '../surroundings.ts';
import { feedStream } from './stream.ts';
import { streamCount } from './stream-count.ts';

const invalid = (reason: string) => new HindcastError('input.invalid', { operation: 'feed', reason });

/** The number a reader has already: browsers send it again as `Last-Event-ID`, programs may say `after`. */
function afterOf(context: Context): number | undefined {
  const given = context.req.header('last-event-id') ?? context.req.query('after');
  if (given === undefined || given === '') return undefined;
  if (!/^(?:-1|\d{1,15})$/.test(given)) throw invalid('Last-Event-ID or after: the number of an entry');
  return Number(given);
}

/** Adds `GET /api/v1/feed`: every change the caller may see, as server-sent events, from now on or behind `Last-Event-ID`. */
export function addFeed(app: Hono, around: Surroundings): void {
  const { database, origin, now, log, feed } = around;
  const enter = streamCount();
  app.get('/api/v1/feed', async (context) => {
    const credentials = credentialsOf(context, origin);
    const actor = await actorOf(database, credentials, now());
    requirePermission({ actor }, 'incident.see');
    const reference = context.req.query('incident');
    const incident =
      reference === undefined ? undefined : await loadIncident({ actor, database }, reference, 'incident.see');
    const asked = afterOf(context);
    const latest = await feed.start(asked);
    const check = async (): Promise<Actor | undefined> => {
      try {
        return await actorOf(database, credentials, now());
      } catch (error) {
        if (error instanceof HindcastError) return undefined;
        log.warn({ err: error }, 'the feed could not ask who reads; it asks again');
        return actor;
      }
    };
    // A number of the future is from another ledger, or one older than the backup this one was restored from.
    const reset = asked !== undefined && asked > latest;
    const after = asked === undefined || reset ? latest : asked;
    // A failing stream would be logged as a mistake of ours, and its end sent to somebody who takes nothing.
    const outgoing = (context.env as Partial<HttpBindings> | undefined)?.outgoing;
    const drop = outgoing && (() => outgoing.destroy());
    context.header('Content-Type', 'text/event-stream; charset=utf-8');
    context.header('Cache-Control', 'no-store');
    // Proxies such as nginx would hold events back to send more at once.
    context.header('X-Accel-Buffering', 'no');
    // Nobody would read, nor end, the stream of a HEAD.
    if (context.req.method === 'HEAD') return context.body(null);
    const left = enter(actorName(actor));
    const stream = feedStream(database, feed, { actor, after, reset, incidentId: incident?.id, check, drop, left });
    return context.body(stream);
  });
}
