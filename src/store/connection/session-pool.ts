import type pg from 'pg';
import { StoreError } from '../store-error.ts';
import { endSession } from './session.ts';

/** Connections to one server, given out one caller each. */
export type SessionPool = {
  /** A connection nobody else uses. @throws StoreError `store.unreachable` when none is free in time, or what opening throws */
  take: (withinMs: number) => Promise<pg.Client>;
  /** Gives it back; a broken one is ended. */
  give: (client: pg.Client, broken: boolean) => void;
  /** Ends every connection, also those in use: their statements fail, and those who wait are told to try elsewhere. */
  cut: () => void;
  /** Waits for those in use, then ends all. */
  drain: () => Promise<void>;
  counts: () => { total: number; idle: number; waiting: number };
};

type Waiter = { resolve: (client: pg.Client) => void; reject: (error: unknown) => void };

/** Makes a pool of at most `most` connections, opened when they are needed and kept. */
export function openSessionPool(open: () => Promise<pg.Client>, most: number): SessionPool {
  const all = new Set<pg.Client>();
  const idle: pg.Client[] = [];
  const waiting = new Set<Waiter>();
  let opening = 0;
  let ended = false;
  let drained: (() => void) | undefined;

  const gone = () => new StoreError('store.unreachable', 'the connection was given up');
  const forget = (client: pg.Client) => {
    if (!all.delete(client)) return;
    const place = idle.indexOf(client);
    if (place >= 0) idle.splice(place, 1);
    endSession(client);
    if (ended) settle();
    else serve();
  };
  const settle = () => {
    if (all.size + opening === 0) drained?.();
  };
  const start = async (): Promise<pg.Client> => {
    opening += 1;
    try {
      const client = await open();
      if (ended) {
        endSession(client);
        throw gone();
      }
      all.add(client);
      client.once('end', () => forget(client));
      return client;
    } catch (error) {
      // The others would wait for connections that cannot be made.
      for (const waiter of waiting) waiter.reject(error);
      throw error;
    } finally {
      opening -= 1;
      if (ended) settle();
    }
  };
  const hand = (client: pg.Client) => {
    const [first] = waiting;
    if (first === undefined) idle.push(client);
    else first.resolve(client);
  };
  /** Opens a connection for those who wait, when there is room again; who has gone meanwhile leaves it to the next. */
  const serve = () => {
    if (opening < waiting.size && all.size + opening < most) start().then(hand, () => {});
  };

  const wait = (withinMs: number) =>
    new Promise<pg.Client>((resolve, reject) => {
      const end =
        <Value>(how: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer);
          waiting.delete(waiter);
          how(value);
        };
      const waiter: Waiter = { resolve: end(resolve), reject: end(reject) };
      const late = () => waiter.reject(new StoreError('store.unreachable', `all ${most} connections stayed in use`));
      const timer = setTimeout(late, withinMs);
      waiting.add(waiter);
    });

  return {
    take: async (withinMs) => {
      if (ended) throw gone();
      const client = idle.pop();
      if (client !== undefined) return client;
      return all.size + opening < most ? start() : wait(withinMs);
    },
    give: (client, broken) => {
      if (!all.has(client)) return;
      if (broken || ended) forget(client);
      else hand(client);
    },
    cut: () => {
      ended = true;
      for (const client of all) forget(client);
      for (const waiter of waiting) waiter.reject(gone());
    },
    drain: async () => {
      ended = true;
      for (const waiter of waiting) waiter.reject(gone());
      const empty = new Promise<void>((resolve) => (drained = resolve));
      for (const client of idle.slice()) forget(client);
      settle();
      await empty;
    },
    counts: () => ({ total: all.size, idle: idle.length, waiting: waiting.size }),
  };
}
