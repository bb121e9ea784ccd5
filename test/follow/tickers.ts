import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after } from 'node:test';
import type { Where } from '../../src/store/database.ts';

/** Processes that tick on one database, and others in waiting that take the place of those that are killed. */
export type Tickers = {
  /** Tells so many of them the time at once, and waits until all have ticked that live. */
  tick: (at: string, how: { processes: number; kill?: number }) => Promise<void>;
  /** How many were killed before they had answered. */
  killed: () => number;
};

const script = path.join(import.meta.dirname, 'ticker.ts');

type Answer = { done?: string; failed?: string };

async function start(where: Where): Promise<ChildProcess> {
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const child = fork(script, [JSON.stringify(where)], { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** True when it ticked, false when it died before. */
async function ticked(child: ChildProcess, at: string): Promise<boolean> {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(() => undefined);
  const answered = once(child, 'message', { signal }).then(([answer]) => answer as Answer);
  child.send(at);
  const answer = await Promise.race([answered, ended]);
  await Promise.allSettled([heard.abort(), ended, answered]);
  if (answer?.failed !== undefined) throw new Error(answer.failed);
  return answer !== undefined;
}

/** Starts two processes, and keeps as many more in waiting as will be killed at once. */
export async function startTickers(where: Where, milliseconds: () => number): Promise<Tickers> {
  const all = await Promise.all(Array.from({ length: 2 }, () => start(where)));
  const waiting = [start(where), start(where)];
  after(() => all.forEach((child) => child.kill('SIGKILL')));
  after(async () => (await Promise.all(waiting)).forEach((child) => child.kill('SIGKILL')));
  let killed = 0;
  const tick: Tickers['tick'] = async (at, { processes, kill = 0 }) => {
    const told = all.slice(0, processes);
    const victims = told.slice(0, kill);
    const answers = told.map((child) => ticked(child, at));
    if (kill > 0) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds()));
      for (const victim of victims) victim.kill('SIGKILL');
    }
    killed += (await Promise.all(answers)).filter((answered) => !answered).length;
    for (const victim of victims) {
      all.splice(all.indexOf(victim), 1);
      all.push(await (waiting.shift() ?? start(where)));
      waiting.push(start(where));
    }
    // Nobody is left who ticked: those who take their place do, at the same moment, as a server does that starts again.
    if (kill === processes) await tick(at, { processes });
    else all.push(...all.splice(0, 1));
  };
  return { tick, killed: () => killed };
}
