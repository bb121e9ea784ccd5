import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { ClientConfig } from 'pg';

/**
 * When the next statement's connection is cut: before the server gets the statement; while it runs it; or when the server has
 * committed and said so, which the client never hears.
 */
export const moments = ['before', 'during', 'answered'] as const;
export type Moment = (typeof moments)[number];

/** A way to a database server that can be cut at a chosen moment. */
export type CuttingProxy = {
  where: ClientConfig;
  /** Cuts the connection of the next statement whose text holds `text`. */
  cutNext: (moment: Moment, text: string) => void;
  /** How often it cut. */
  cuts: () => number;
  close: () => void;
};

/** `Z`: the server has finished the statement, and committed it. Five bytes long, and the last of an answer. */
const finished = (chunk: Buffer): boolean => chunk.length >= 6 && chunk[chunk.length - 6] === 0x5a;

/** Starts a proxy before the server at `to`: a unix socket's folder, or a host. */
export async function cuttingProxy(to: ClientConfig): Promise<CuttingProxy> {
  let armed: { moment: Moment; text: string } | undefined;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const isSocket = to.host?.startsWith('/') === true;
  const port = to.port ?? 5432;
  const reach = () => (isSocket ? connect(`${to.host}/.s.PGSQL.${port}`) : connect(port, to.host));

  const server = createServer((client) => {
    const upstream = reach();
    let waiting = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    const cut = () => {
      cuts += 1;
      end();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (chunk) => {
      const hit = armed !== undefined && chunk.includes(armed.text) ? armed.moment : undefined;
      if (hit !== undefined) armed = undefined;
      if (hit === 'before') return cut();
      if (hit === 'answered') waiting = true;
      // The rest of the way is the server's own: it reads the statement, then that nobody is there.
      upstream.write(chunk, () => (hit === 'during' ? cut() : undefined));
    });
    upstream.on('data', (chunk) => {
      if (!waiting) client.write(chunk);
      else if (finished(chunk)) cut();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    where: { ...to, host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    cutNext: (moment, text) => {
      armed = { moment, text };
    },
    cuts: () => cuts,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
