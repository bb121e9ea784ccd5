import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import type { z } from 'zod';

/** What went in, with its body parsed. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
};
export type Reply = { status: number; headers?: Record<string, string>; json?: unknown };

/** Chances, from 0 to 1, that something goes wrong with a request. */
export type Faults = {
  /** Fails before anything is done. */
  fails: number;
  /** Does it, and cuts the connection before the answer. */
  cuts: number;
  /** Does it, and says 502 as a proxy does that did not wait. */
  forgets: number;
  /** Is asked too often. */
  limits: number;
  /** An issue in a list is what it was before its last change. */
  stale: number;
};
/** Nothing goes wrong. */
export const noFaults: Faults = { fails: 0, cuts: 0, forgets: 0, limits: 0, stale: 0 };

/** A tracker that is none: a real HTTP server which holds those who ask to the published form of its API. */
export type FakeServer = {
  url: string;
  asked: { method: string; path: string; status: number }[];
  /** What did not keep to the published form. */
  violations: string[];
  faults: Faults;
  /** Nobody answers. */
  isDown: boolean;
};

/** What is wrong with a request, thrown by a fake. */
export class Violation extends Error {}

/** A body as its schema wants it. @throws Violation */
export function bodyAs<Body>(schema: z.ZodType<Body>, { method, path, body }: Asked): Body {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Violation(`${method} ${path}: ${JSON.stringify(read.error.issues[0])}`);
}

type Options = {
  answer: (asked: Asked) => Reply;
  /** How it says that it is asked too often. */
  limited: () => Reply;
  /** How it says that a request is wrong. */
  wrong: (reason: string) => Reply;
  random: () => number;
  now: () => number;
};

/** Starts one on a free port of this machine, until the tests of the file are over. */
export async function fakeServer({ answer, limited, wrong, random, now }: Options): Promise<FakeServer> {
  const fake: FakeServer = { url: '', asked: [], violations: [], faults: noFaults, isDown: false };

  const replyTo = (asked: Asked): Reply => {
    try {
      return answer(asked);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      fake.violations.push(error.message);
      return wrong(error.message);
    }
  };
  const send = (response: ServerResponse, { status, headers = {}, json }: Reply): void => {
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    response
      .writeHead(status, { date: new Date(now()).toUTCString(), ...type, ...headers })
      .end(json === undefined ? '' : JSON.stringify(json));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    const raw = await text(request);
    if (fake.isDown) return void request.socket.destroy();
    const method = request.method ?? 'GET';
    const note = (status: number) => void fake.asked.push({ method, path, status });
    const { fails, cuts, forgets, limits } = fake.faults;
    const chance = random();
    if (chance < fails) {
      note(500);
      return send(response, { status: 500, json: { message: 'Server Error' } });
    }
    if (chance < fails + limits) {
      const reply = limited();
      note(reply.status);
      return send(response, reply);
    }
    const reply = replyTo({
      method,
      path,
      query,
      headers: request.headers,
      body: raw === '' ? undefined : JSON.parse(raw),
    });
    note(reply.status);
    if (chance < fails + limits + cuts) return void request.socket.destroy();
    if (chance < fails + limits + cuts + forgets) return send(response, { status: 502 });
    return send(response, reply);
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}
