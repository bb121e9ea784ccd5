import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What happened in truth, on the clock that everything in the laboratory shares. */
export type Truth = {
  breaker: { ms: number; to: 'closed' | 'open' | 'half-open' }[];
  mendedMs?: number;
  /** When its metrics were read in time. */
  scrapes: number[];
};

/** A small service: `/buy` succeeds until it is made to fail, and a circuit breaker that refuses to try after too many failures. */
export type Shop = {
  origin: string;
  /** Makes payments fail, until somebody rolls back: `POST /rollback`. */
  fail: () => void;
  truth: Truth;
  stop: () => Promise<void>;
};

const states = { closed: 0, open: 1, 'half-open': 2 } as const;
/** Failures in a row after which it opens, and how long it refuses to try. */
const mostFailures = 40;
const openMs = 4000;
/** Later than this Prometheus has given up waiting, or may have. */
const mostScrapeMs = 700;

/** Starts the shop on a free port of this machine. */
export async function startShop(): Promise<Shop> {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({ name: 'http_requests_total', help: 'requests', labelNames: ['code'], registers });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'duration',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers,
  });
  const ordered = new Gauge({ name: 'shop_last_order_timestamp_seconds', help: 'last order that was paid', registers });
  const inFlight = new Gauge({ name: 'shop_orders_in_flight', help: 'orders being paid', registers });
  const breaker = new Gauge({ name: 'circuit_breaker_state', help: '0, 1, 2', labelNames: ['name'], registers });
  const truth: Truth = { breaker: [], scrapes: [] };
  let failing = false;
  let failures = 0;
  let state: keyof typeof states = 'closed';
  const become = (to: keyof typeof states): void => {
    if (to === state) return;
    state = to;
    breaker.set({ name: 'payments' }, states[to]);
    truth.breaker.push({ ms: Date.now(), to });
    if (to === 'open') setTimeout(() => become('half-open'), openMs).unref();
  };
  breaker.set({ name: 'payments' }, states.closed);
  // A counter that appears with its first error has no rate until the second: it is there from the start.
  requests.inc({ code: 503 }, 0);
  ordered.setToCurrentTime();
  const pay = async (): Promise<boolean> => {
    if (state === 'open') return false;
    // A share still comes through while the others fail slowly, as in most outages.
    const paid = !failing || Math.random() < 0.3;
    await sleep(failing ? 80 : 4);
    failures = paid ? (failing ? failures : 0) : failures + 1;
    if (!paid && (failures >= mostFailures || state === 'half-open')) become('open');
    if (paid && state === 'half-open') become('closed');
    return paid;
  };
  const mend = (): void => {
    failing = false;
    failures = 0;
    truth.mendedMs ??= Date.now();
  };
  const http = createServer((request, response) => {
    if (request.url === '/metrics') {
      const askedMs = Date.now();
      response.on('finish', () => {
        if (Date.now() - askedMs < mostScrapeMs) truth.scrapes.push(Date.now());
      });
      void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text));
      return;
    }
    if (request.url === '/rollback') {
      mend();
      response.end('done');
      return;
    }
    const end = seconds.startTimer();
    inFlight.inc();
    void pay().then((paid) => {
      if (paid) ordered.setToCurrentTime();
      inFlight.dec();
      end();
      const code = paid ? 200 : 503;
      requests.inc({ code });
      response.writeHead(code).end();
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    fail: () => {
      failing = true;
    },
    truth,
    stop: async () => {
      http.close();
      http.closeAllConnections();
    },
  };
}

/** Buys so many times a second until it is told to stop. */
export function startLoad(origin: string, perSecond: number): () => void {
  const timer = setInterval(() => {
    fetch(`${origin}/buy`).then(
      (response) => response.body?.cancel(),
      () => undefined,
    );
  }, 1000 / perSecond);
  return () => clearInterval(timer);
}
