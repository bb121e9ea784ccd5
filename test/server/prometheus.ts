import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';

/** What a query gives at an instant, in seconds of the epoch: a number, `NaN`, or nothing. */
export type Curve = (seconds: number) => number | undefined;

/** Series by what the query has to contain; the first that fits answers. Labels of a series stand behind a `#`: `up#{"job":"a"}`. */
export type Curves = { [part: string]: Curve };

type Options = {
  /** Answers by itself what it wants to: true when it did. */
  instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** Another system's HTTP API for tests: that of Prometheus, its values made up. */
export type FakePrometheus = {
  url: string;
  asked: { path: string; query: string; headers: IncomingMessage['headers'] }[];
};

const written = (value: number): string => (Number.isNaN(value) ? 'NaN' : String(value));

function found(curves: Curves, query: string): { metric: object; curve: Curve }[] {
  const named = Object.entries(curves).map(([part, curve]) => {
    const [name = '', labels = '{}'] = part.split('#');
    return { name, metric: JSON.parse(labels) as object, curve };
  });
  const first = named.find(({ name }) => query.includes(name));
  return named.filter(({ name }) => name === first?.name);
}

function rangeOf(form: URLSearchParams, curve: Curve): [number, string][] {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(form.get(name))) as [number, number, number];
  const values: [number, string][] = [];
  for (let at = start, index = 0; at <= end + 1e-6; index += 1, at = start + index * step) {
    const value = curve(at);
    if (value !== undefined) values.push([Math.round(at * 1000) / 1000, written(value)]);
  }
  return values;
}

/** Starts one on a free port of this machine, until the tests of the file are over. */
export async function fakePrometheus(curves: Curves, { instead = () => false }: Options = {}): Promise<FakePrometheus> {
  const asked: FakePrometheus['asked'] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const form = request.method === 'POST' ? new URLSearchParams(await text(request)) : searchParams;
    const query = form.get('query') ?? '';
    asked.push({ path, query, headers: request.headers });
    if (instead(request, response)) return;
    const series = found(curves, query);
    const isRange = path.endsWith('/query_range');
    const result = series.flatMap(({ metric, curve }): object[] => {
      if (isRange) {
        const values = rangeOf(form, curve);
        return values.length === 0 ? [] : [{ metric, values }];
      }
      const seconds = Number(form.get('time'));
      const value = curve(seconds);
      return value === undefined ? [] : [{ metric, value: [seconds, written(value)] }];
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'success', data: { resultType: isRange ? 'matrix' : 'vector', result } }));
  };
  const http = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  after(() => {
    http.close();
    http.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, asked };
}
