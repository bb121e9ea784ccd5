import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StoreError } from '../store-error.ts';
import { askHosts, type Found, type Primary } from './ask-hosts.ts';
import { openSession, requirePrimary } from './session.ts';
import { openSessionPool, type SessionPool } from './session-pool.ts';

/** The primary as long as it is one, and the connections to it. */
export type Link = { primary: Primary; pool: SessionPool };

/** Keeps to the server that takes writes, among several that may take turns. */
export type PrimaryLink = {
  /** The link, looked for until `until` (`performance.now()`). @throws StoreError `store.unreachable`, or the refusal of all servers */
  take: (until: number) => Promise<Link>;
  /** Says that the link failed: whoever takes next asks anew who the primary is. */
  doubt: (link: Link) => void;
  /** Asks in the background whether another server has become the primary, and if so leaves the old one. */
  look: (link: Link) => void;
  /** A connection to the primary outside of the pool. */
  connect: (until: number) => Promise<pg.Client>;
  counts: SessionPool['counts'];
  close: () => Promise<void>;
};

/** A question to servers on the way up or down is cheap; after a promotion each such wait is a pause for everybody. */
const askEveryMs = 20;

/** Starts without a connection; the first `take` asks. */
export function openPrimaryLink(hosts: readonly pg.ClientConfig[], most: number): PrimaryLink {
  let current: Link | undefined;
  let doubted = true;
  let newest: number | undefined;
  let round: Promise<Found> | undefined;
  let closed = false;

  const sessionOn = async ({ where }: Primary): Promise<pg.Client> => {
    const { client, standing } = await openSession(where);
    try {
      requirePrimary(standing, newest ?? 0);
      return client;
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
  };
  const adopt = (primary: Primary): void => {
    newest = Math.max(newest ?? 0, primary.timeline);
    doubted = false;
    if (current?.primary.where === primary.where) return;
    // Statements that still wait for the old one will get no answer that counts.
    current?.pool.cut();
    current = { primary, pool: openSessionPool(() => sessionOn(primary), most) };
  };
  /** One round of questions at a time, whoever asks. */
  const ask = async (): Promise<Found> => {
    const asked = (round ??= askHosts(hosts, newest).finally(() => (round = undefined)));
    const found = await asked;
    if (found.primary !== undefined && !closed) adopt(found.primary);
    return found;
  };
  const take = async (until: number): Promise<Link> => {
    for (;;) {
      if (closed) throw new StoreError('store.unreachable', 'the database was closed');
      if (current !== undefined && !doubted) return current;
      const found = await ask();
      if (found.primary !== undefined) continue;
      if (found.refused !== undefined) throw found.refused;
      if (performance.now() > until)
        throw new StoreError('store.unreachable', 'no database server takes changes at the moment', {
          cause: new Error(found.reasons.join('; ')),
        });
      await sleep(askEveryMs);
    }
  };
  return {
    take,
    doubt: (link) => {
      if (link === current) doubted = true;
    },
    look: (link) => {
      if (link === current && hosts.length > 1) void ask().catch(() => {});
    },
    connect: async (until) => {
      for (;;) {
        const link = await take(until);
        try {
          return await sessionOn(link.primary);
        } catch (error) {
          if (performance.now() > until) throw error;
          doubted = true;
          await sleep(askEveryMs);
        }
      }
    },
    counts: () => current?.pool.counts() ?? { total: 0, idle: 0, waiting: 0 },
    close: async () => {
      closed = true;
      await current?.pool.drain();
    },
  };
}
