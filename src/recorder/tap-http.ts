import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Copies } from './copies.ts';
import { handedOn, isFromHere } from './http-headers.ts';
import { pump } from './pump.ts';

/** Where a tap listens, and the server that it stands before. */
export type HttpTap = { host: string; port: number; target: URL };

const loopbackHosts = ['localhost', '127.0.0.1', '::1'];

/** A conversation: by its session where it has one, else this one exchange. */
function connectionOf({ headers, url = '' }: IncomingMessage, exchange: number): string {
  const session = headers['mcp-session-id'] ?? /[?&]session_?id=([^&]+)/i.exec(url)?.[1];
  return typeof session === 'string' ? `session:${session}` : `once:${exchange}`;
}

const framingOf = (type: string): 'whole' | 'events' | undefined =>
  /^text\/event-stream\b/i.test(type) ? 'events' : /\bjson\b/i.test(type) ? 'whole' : undefined;

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`hindcast record: ${text}\n`);
}

/** Hands one request on, and its answer back; both are copied where they hold messages. */
function forward(
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
  copies: Copies,
  number: number,
): void {
  const connection = connectionOf(request, number);
  const asked = copies.open({ side: 'client', framing: 'whole', connection });
  // The root stands for the target itself; other paths are the target's own, for its messages and its sign-in.
  const path = request.url === '/' ? `${target.pathname}${target.search}` : request.url;
  const headers = [...handedOn(request.rawHeaders, ['host']), 'Host', target.host];
  const { hostname, port, protocol } = target;
  const { request: send } = protocol === 'https:' ? https : http;
  const host = hostname.replace(/^\[|\]$/g, '');
  const upstream = send({ protocol, hostname: host, port, path, method: request.method, headers });
  let answered: number | undefined;
  const end = (wasCut: boolean): void => {
    if (answered !== undefined) copies.close(answered, wasCut);
    answered = undefined;
  };
  upstream.on('response', (answer) => {
    const { statusCode: status = 502, statusMessage } = answer;
    const encoding = answer.headers['content-encoding']?.trim().toLowerCase();
    const framing = framingOf(answer.headers['content-type'] ?? '');
    answered = copies.open({
      side: 'server',
      framing: framing ?? 'whole',
      connection,
      answers: asked,
      status,
      ...(encoding === undefined ? {} : { encoding }),
    });
    const channel = answered;
    response.writeHead(status, statusMessage, handedOn(answer.rawHeaders));
    response.flushHeaders();
    pump(answer, response, (bytes) => framing !== undefined && answered !== undefined && copies.copy(channel, bytes));
    answer.on('end', () => {
      response.end();
      end(false);
    });
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error) => {
    answered ??= copies.open({ side: 'server', framing: 'whole', connection, answers: asked, status: 502 });
    end(false);
    refuse(response, 502, `${target.origin} could not be reached: ${error.message}`);
  });
  response.on('close', () => {
    if (!response.writableFinished) end(true);
    upstream.destroy();
  });
  const isJson = framingOf(request.headers['content-type'] ?? '') === 'whole';
  pump(request, upstream, (bytes) => isJson && copies.copy(asked, bytes));
  request.on('end', () => {
    upstream.end();
    copies.close(asked);
  });
}

/** Stands before an MCP server that speaks HTTP, and leaves copies of what passes. Only that server can be reached through it. */
export async function tapHttp({ host, port, target }: HttpTap, copies: Copies) {
  let exchanges = 0;
  const isPublic = !loopbackHosts.includes(host);
  const server = http.createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 }, (request, response) => {
    const { headers, url = '' } = request;
    if (!isFromHere(headers.host, headers.origin, isPublic))
      return refuse(response, 403, 'this address is for programs on this machine; the request came from another site');
    if (!url.startsWith('/')) return refuse(response, 400, 'only paths of the target can be asked for here');
    forward(request, response, target, copies, ++exchanges);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    port: actual,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
