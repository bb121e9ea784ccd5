import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, copyNode, initNode, killNode, newNode, type PgNode, signalNode, startNode } from './pg-node.ts';

/** A primary and its synchronous standby, which take turns. */
export type PgPair = {
  primary: PgNode;
  standby: PgNode;
  /** What a DATABASE_URL says of both, in an order that does not change. `app` owns the database and is no superuser. */
  url: string;
  /** Ends both and removes their files. */
  end: () => Promise<void>;
};

/** Lets the primary's commits wait for the standby from now on, and waits until it has caught up. */
async function waitForStandby({ primary }: PgPair): Promise<void> {
  await ask(primary, `alter system set synchronous_standby_names = 'ANY 1 (*)'`);
  await ask(primary, 'select pg_reload_conf()');
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(20)) {
    const [row] = await ask<{ state: string }>(primary, `select sync_state as state from pg_stat_replication`);
    if (row?.state === 'quorum' || row?.state === 'sync') return;
  }
  throw new Error('the standby has not become synchronous');
}

/** Makes the standby anew as a copy of the primary. */
async function rebuildStandby(pair: PgPair): Promise<void> {
  await copyNode(pair.primary, pair.standby);
  await startNode(pair.standby);
  await waitForStandby(pair);
}

/** Starts a pair with an empty database `hindcast`. */
export async function startPair(): Promise<PgPair> {
  const root = await mkdtemp('/tmp/hindcast-pair-');
  await chmod(root, 0o711);
  const [one, two] = [await newNode(root, 'one'), await newNode(root, 'two')];
  const pair: PgPair = {
    primary: one,
    standby: two,
    url: `postgres://app@127.0.0.1:${one.port},127.0.0.1:${two.port}/hindcast`,
    end: async () => {
      // What was frozen could not notice that its server is gone.
      for (const node of [one, two]) await signalNode(node, 'SIGCONT').catch(() => {});
      await Promise.all([killNode(one), killNode(two)]);
      await rm(root, { recursive: true, force: true });
    },
  };
  try {
    await initNode(one);
    await startNode(one);
    await ask(one, 'create role app login');
    await ask(one, 'create database hindcast owner app');
    await rebuildStandby(pair);
    return pair;
  } catch (error) {
    await pair.end();
    throw error;
  }
}

/** Kills the primary and promotes the standby. Gives when it was killed and when the other was promoted (`performance.now()`). */
export async function failOver(pair: PgPair): Promise<{ killedAt: number; promotedAt: number }> {
  const killedAt = performance.now();
  await killNode(pair.primary);
  await ask(pair.standby, 'select pg_promote()');
  const promotedAt = performance.now();
  [pair.primary, pair.standby] = [pair.standby, pair.primary];
  return { killedAt, promotedAt };
}

/** Freezes the primary, promotes the standby and gives when that was. `end` puts an end to the frozen one. */
export async function failOverFrozen(pair: PgPair): Promise<{ promotedAt: number; end: () => Promise<void> }> {
  const frozen = pair.primary;
  await signalNode(frozen, 'SIGSTOP');
  await ask(pair.standby, 'select pg_promote()');
  const promotedAt = performance.now();
  [pair.primary, pair.standby] = [pair.standby, pair.primary];
  const end = async () => {
    await signalNode(frozen, 'SIGCONT');
    await killNode(frozen);
  };
  return { promotedAt, end };
}

/** Makes a standby of the one that was killed: until then the new primary is alone. */
export const repair = (pair: PgPair): Promise<void> => rebuildStandby(pair);
