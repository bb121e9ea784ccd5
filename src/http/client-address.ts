import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

/** What the connection under a request says; without one, as in a test without a port, `local`. */
export function remoteAddress(context: Context): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'local';
}

/** One household or office has a whole /64 of IPv6, so that is what counts as an address. */
function network(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::', 2) ?? [];
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0{1,3}(?=.)/, '')).join(':')}::/64`;
}

/** The address of a connection, or the one that the outermost of the trusted proxies saw. */
function seenAddress(remote: string, header: string, trustedProxies: number): string {
  if (trustedProxies === 0) return network(remote);
  const forwarded = header.split(',').map((part) => part.trim());
  const seen = forwarded.filter(Boolean).at(-trustedProxies);
  return network((seen ?? remote).slice(0, 60));
}

/**
 * Where a request comes from: the connection, or, behind proxies that are trusted, the address that the outermost of them saw.
 * Everything further left in `X-Forwarded-For` is what the client says of itself, and is not looked at.
 */
export const clientAddress = (context: Context, trustedProxies: number): string =>
  seenAddress(remoteAddress(context), context.req.header('x-forwarded-for') ?? '', trustedProxies);

/** The same of a request that never becomes one of hono: an upgrade. */
export const addressOf = ({ socket, headers }: IncomingMessage, trustedProxies: number): string =>
  seenAddress(socket.remoteAddress ?? 'local', [headers['x-forwarded-for'] ?? ''].flat().join(','), trustedProxies);
