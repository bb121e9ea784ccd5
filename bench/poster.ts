import { once } from 'node:events';
import { connect } from 'node:net';

/** A sender on a connection of its own. */
export type Poster = { send: (body: string) => Promise<number>; end: () => void };

/**
 * Opens a connection that posts JSON to one address, one body after the other, and gives the status of each. It does as little as it
 * can: in life, senders are other machines.
 */
export async function poster(url: string): Promise<Poster> {
  const { hostname, port, pathname, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nUser-Agent: Alertmanager/0.27\r\nContent-Length: `;
  let answered: PromiseWithResolvers<number> | undefined;
  let came = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    came += chunk;
    const end = came.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(came)?.[1] ?? Number.NaN);
    if (!(came.length >= end + 4 + length)) return;
    const status = Number(came.slice(9, 12));
    came = '';
    answered?.resolve(status);
  });
  socket.on('error', (error) => answered?.reject(error));
  socket.on('close', () => answered?.reject(new Error('the connection was closed')));
  return {
    send: (body) => {
      answered = Promise.withResolvers<number>();
      socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return answered.promise;
    },
    end: () => void socket.destroy(),
  };
}
