import { storedContext } from '../../src/http/stored-context.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { syncRound } from '../../src/operations/tracker/sync/round.ts';
import type { LinkShown } from '../../src/operations/link/load.ts';
import { type Caller, testServer, type TestServer } from '../server/server.ts';

/** A clock that a test moves on. */
export type Clock = { ms: number; now: () => number };

/** A server whose time a test moves, and who may do what on it. */
export type Setup = {
  server: TestServer;
  clock: Clock;
  admin: Caller;
  /** One round, as the job makes it; answers how much there was to do. */
  round: () => Promise<number>;
  /** Rounds until there is nothing to do, the clock going on by `stepMs` between two. */
  rest: (stepMs?: number, most?: number) => Promise<number>;
};

/** Starts one. */
export async function setup(): Promise<Setup> {
  const clock: Clock = { ms: Date.now(), now: () => clock.ms };
  const server = await testServer({ now: () => new Date(clock.ms).toISOString() });
  const admin = await server.person('admin', 'Ann Example');
  await server.around.database.query({
    text: `update session set expires_at = now() + interval '10 years', last_seen_at = now() + interval '1 year'`,
    values: [],
  });
  const round = async () => syncRound(await storedContext(server.around, systemActor, server.around.now()));
  return {
    server,
    clock,
    admin,
    round,
    rest: async (stepMs = 61_000, most = 200) => {
      let rounds = 0;
      // Longer than any tracker waits before it is asked again.
      clock.ms += 301_000;
      for (let idle = 0; idle < 2 && rounds < most; rounds += 1, clock.ms += stepMs) {
        await round();
        const { rows } = await server.around.database.query<{ waiting: boolean }>({
          text: 'select exists (select from tracker_link where ended_at is null and (due_at is not null or doubt_at is not null)) as waiting',
          values: [],
        });
        idle = rows[0]?.waiting === true ? 0 : idle + 1;
      }
      return rounds;
    },
  };
}

/** Makes an incident with these actions; answers its key and the ids of the actions. */
export async function incidentWith(
  who: Caller,
  actions: object[],
): Promise<{ key: string; id: string; ids: string[] }> {
  const { json } = await who.call('POST', '/incidents', {
    template: 'enterprise',
    record: { incident: { title: 'An outage' } },
  });
  const { key, id } = json as unknown as { key: string; id: string };
  const { json: brought, text } = await who.call('POST', `/incidents/${id}/actions/batch`, { entries: actions });
  const { ids } = brought as unknown as { ids?: string[] };
  if (ids === undefined) throw new Error(text);
  return { key, id, ids };
}

/** The links of an incident. */
export async function linksOf(who: Caller, incident: string): Promise<LinkShown[]> {
  return ((await who.call('GET', `/links?incident=${incident}&limit=500`)).json as unknown as { items: LinkShown[] })
    .items;
}

/** What has to be there. */
export function sure<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is not there');
  return value;
}
