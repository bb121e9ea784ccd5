import type { Context, MiddlewareHandler } from 'hono';
import { requirePermission } from '../operations/access/require.ts';
import { actorOf } from './actor-of.ts';
import { remoteAddress } from './client-address.ts';
import { credentialsOf } from './credentials-of.ts';
import type { Surroundings } from './surroundings.ts';

const loopbackAddress = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i;
const loopbackHost = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i;
/** What proxies add: with one of them, the connection from this machine is for somebody elsewhere. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * True for a program on this machine: its connection comes from here, it asked for this machine by a local name (a page in a browser
 * that had its own name point here did not), and no proxy passed it on.
 */
function fromThisMachine(context: Context): boolean {
  const { req } = context;
  return (
    loopbackAddress.test(remoteAddress(context)) &&
    loopbackHost.test(req.header('host') ?? new URL(req.url).host) &&
    proxyHeaders.every((name) => req.header(name) === undefined)
  );
}

/**
 * Lets programs on this machine pass, and whoever has the permission `metrics.see`; everybody with `open`.
 * @throws HindcastError `access.unknown`, `access.denied`
 */
export const metricsAccess =
  ({ database, origin, now, access }: Surroundings): MiddlewareHandler =>
  async (context, next) => {
    if (access?.metrics !== 'open' && !fromThisMachine(context)) {
      const actor = await actorOf(database, credentialsOf(context, origin), now());
      requirePermission({ actor }, 'metrics.see');
    }
    await next();
  };
