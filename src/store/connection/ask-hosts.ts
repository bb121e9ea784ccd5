import pg from 'pg';
import { endSession, openSession, type Standing } from './session.ts';

/** A server that takes writes. */
export type Primary = { where: pg.ClientConfig; timeline: number };

/** What a round of questions found: the primary, or why each server is none. */
export type Found = { primary: Primary } | { primary?: never; reasons: string[]; refused?: unknown };

/** The server refused us by name (28...) or has no such database (3D000): asking again does not help. */
const isRefusal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(?:28|3D)/.test(error.code ?? '') && error.code !== undefined;

const nameOf = ({ connectionString, host, port }: pg.ClientConfig): string => {
  if (connectionString === undefined) return `${host ?? 'localhost'}:${port ?? 5432}`;
  return URL.canParse(connectionString) ? new URL(connectionString).host || 'the local server' : 'the local server';
};

const reasonOf = (error: unknown): string => (error instanceof Error && error.message) || 'it cannot be reached';

/**
 * Asks all servers at once which of them takes writes. Of two that say so the one on the newer timeline is it: the other is an
 * old primary that came back. One newer than `newest` is believed at once, so a host that is gone costs no wait after a promotion.
 */
export async function askHosts(hosts: readonly pg.ClientConfig[], newest: number | undefined): Promise<Found> {
  const reasons: string[] = [];
  const primaries: Primary[] = [];
  const refusals: unknown[] = [];
  const promoted = Promise.withResolvers<Primary>();
  const ask = async (where: pg.ClientConfig): Promise<void> => {
    try {
      const { client, standing } = await openSession(where);
      endSession(client);
      judge(where, standing);
    } catch (error) {
      if (isRefusal(error)) refusals.push(error);
      reasons.push(`${nameOf(where)}: ${reasonOf(error)}`);
    }
  };
  const judge = (where: pg.ClientConfig, { standby, timeline }: Standing): void => {
    if (standby) reasons.push(`${nameOf(where)} is a standby`);
    else if (timeline < (newest ?? 0)) reasons.push(`${nameOf(where)} was replaced by a newer primary`);
    else {
      primaries.push({ where, timeline });
      if (newest !== undefined && timeline > newest) promoted.resolve({ where, timeline });
    }
  };
  const all = Promise.all(hosts.map(ask));
  const first = await Promise.race([promoted.promise, all.then(() => undefined)]);
  const primary = first ?? primaries.toSorted((a, b) => b.timeline - a.timeline)[0];
  if (primary !== undefined) return { primary };
  return refusals.length === hosts.length ? { reasons, refused: refusals[0] } : { reasons };
}
