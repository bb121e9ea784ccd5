import { reasonOf } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { claimNext, type Claimed, takeUpLost } from './claim.ts';
import { compose } from './compose.ts';
import { finish, finishOf, waitMs } from './finish.ts';

type Log = Record<'warn', (details: object, message: string) => void>;

/** What sends, several at a time. */
export type Sender = {
  /** Begins what is due, as far as there is room. Gives how much was begun. */
  fill: () => Promise<number>;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  stop: () => Promise<void>;
};

/** All together, and of one receiver: one that hangs takes no more than its part. */
const mostAtOnce = 8;
const mostOfOne = 3;
const longestPauseMs = 300_000;

/** A sender in this process. `context` is that of the moment. */
export function openSender(
  context: () => Promise<StoredContext>,
  log: Log,
  chance: () => number = Math.random,
): Sender {
  const running = new Map<string, number>();
  const pauses = new Map<string, { failures: number; untilMs: number }>();
  let stopped = false;
  let waiting: (() => void)[] = [];
  const total = () => running.values().reduce((sum, count) => sum + count, 0);

  const busy = (nowMs: number): string[] => [
    ...[...running].filter(([, count]) => count >= mostOfOne).map(([receiver]) => receiver),
    ...[...pauses].filter(([, { untilMs }]) => untilMs > nowMs).map(([receiver]) => receiver),
  ];
  /** Nobody else tries a receiver that takes nothing; who waits for it loses no attempt. */
  const learn = (receiver: string, away: boolean, nowMs: number, afterMs = 0): void => {
    if (!away) return void pauses.delete(receiver);
    const failures = (pauses.get(receiver)?.failures ?? 0) + 1;
    const pauseMs = Math.max(Math.min(waitMs(failures, chance()), longestPauseMs), afterMs);
    pauses.set(receiver, { failures, untilMs: nowMs + pauseMs });
  };
  const sendOne = async (claimed: Claimed): Promise<void> => {
    const before = await context();
    // Nothing was sent yet: whatever happens here, it may be tried again.
    const attempt = await compose(before, claimed).catch((error: unknown) => ({ problem: reasonOf(error) }));
    if ('problem' in attempt) {
      const again = finishOf({ end: 'again', ...attempt }, claimed, before.now, chance());
      return finish(before.database, claimed, again, before.now);
    }
    if ('drop' in attempt) {
      const dropped = { state: 'dropped', problem: attempt.drop, sentAs: null, nextAt: before.now } as const;
      return finish(before.database, claimed, dropped, before.now);
    }
    const ending = await attempt
      .send()
      .catch((error: unknown) => ({ end: 'unknown' as const, problem: reasonOf(error) }));
    const { now, database } = await context();
    const away = ending.end === 'again' && ending.away === true;
    learn(claimed.receiver, away, Date.parse(now), ending.end === 'again' ? ending.afterMs : 0);
    return finish(database, claimed, finishOf(ending, claimed, now, chance()), now);
  };
  const ended = (receiver: string): void => {
    const left = (running.get(receiver) ?? 1) - 1;
    if (left === 0) running.delete(receiver);
    else running.set(receiver, left);
    if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const begin = (claimed: Claimed): void => {
    running.set(claimed.receiver, (running.get(claimed.receiver) ?? 0) + 1);
    void sendOne(claimed)
      // What was not written down is taken up as lost after a while.
      .catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'the end of a notice could not be written down'))
      .finally(() => {
        ended(claimed.receiver);
        // Room for the next.
        if (!stopped) void fill().catch(() => undefined);
      });
  };
  let filling: Promise<number> | undefined;
  const fillOnce = async (): Promise<number> => {
    for (let begun = 0; ;) {
      const room = mostAtOnce - total();
      if (stopped || room <= 0) return begun;
      const { now, database } = await context();
      const claimed = await claimNext(database, now, {
        busy: busy(Date.parse(now)),
        room: (receiver) => Math.min(room, mostOfOne - (running.get(receiver) ?? 0)),
      });
      if (claimed.length === 0) return begun;
      for (const each of claimed) begin(each);
      begun += claimed.length;
    }
  };
  const fill = (): Promise<number> => (filling ??= fillOnce().finally(() => (filling = undefined)));
  const idle = async (): Promise<void> => {
    await filling?.catch(() => undefined);
    if (running.size > 0) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
  };
  return {
    fill: async () => {
      const { now, database } = await context();
      await takeUpLost(database, now);
      return fill();
    },
    idle,
    stop: async () => {
      stopped = true;
      await idle();
    },
  };
}
