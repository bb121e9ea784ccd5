/** Headers of one connection, which a proxy does not hand on (RFC 9110, 7.6.1), and the host, which is the target's. */
const own = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** Headers as they came, name and value in turn, without those of the connection itself. */
export function handedOn(rawHeaders: readonly string[], without: readonly string[] = []): string[] {
  const pairs = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  const named = pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.split(','));
  const left = new Set([...own, ...named.map((name) => name.trim().toLowerCase()), ...without]);
  return pairs.filter(([name]) => !left.has(name.toLowerCase())).flat();
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** The host of an origin; empty for one that has none, such as `null`. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

/**
 * Whether a request may pass. A page of another site that got its name to point here is told by its host or its origin: browsers always
 * send them.
 */
export function isFromHere(host: string | undefined, origin: string | undefined, isPublic: boolean): boolean {
  if (!isPublic && !loopback.test(host ?? '')) return false;
  return origin === undefined || loopback.test(hostOf(origin)) || hostOf(origin) === host;
}
