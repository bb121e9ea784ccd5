import { localhostAllowedHostnames, validateHostHeader } from '@modelcontextprotocol/server';
import type { Context } from 'hono';
import { HindcastError } from '../../operations/errors.ts';

/**
 * Refuses what a page of another site sends: one whose name was pointed at this machine (DNS rebinding) has its own name as Host, and
 * any page has its own Origin. Proxies reach the server by a name of the machine itself.
 * @throws HindcastError `access.denied`
 */
export function requireOwnSite(context: Context, origin: string): void {
  const { host, hostname } = new URL(origin);
  const sentHost = context.req.header('host');
  const sentOrigin = context.req.header('origin');
  const own =
    sentHost === undefined ||
    sentHost === host ||
    validateHostHeader(sentHost, [hostname, ...localhostAllowedHostnames()]).ok;
  if (own && (sentOrigin === undefined || sentOrigin === origin)) return;
  throw new HindcastError('access.denied', {
    actor: 'A page of another site',
    permission: 'same origin',
    sentence: `Programs send no Origin, and reach this server as ${host}.`,
  });
}
