import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';

/** How a command ended: by itself, or by a signal. */
export type Ended = { code: number } | { signal: NodeJS.Signals };

/** Signals that reach a recorder and are meant for the command. */
const forwarded: NodeJS.Signals[] = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGCONT'];
/** From a terminal the command gets these itself, at the same time. */
const fromTerminal: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];

const running = new Map<ChildProcess, { atTerminal: boolean }>();
let isForwarding = false;

/** From the first command on, for good: who ends a recorder whose command has ended would cut off what it still has to keep. */
function forwardSignals(): void {
  if (isForwarding) return;
  isForwarding = true;
  for (const signal of forwarded)
    process.on(signal, () => {
      for (const [child, { atTerminal }] of running)
        if (!atTerminal || !fromTerminal.includes(signal)) child.kill(signal);
    });
}

/** Starts a command, hands signals on to it, and tells how it ended. `ended` rejects as `spawn` does. */
export function runCommand(
  [program = '', ...args]: readonly string[],
  { stdio, env, atTerminal }: { stdio: StdioOptions; env?: NodeJS.ProcessEnv; atTerminal: boolean },
): { child: ChildProcess; ended: Promise<Ended> } {
  forwardSignals();
  const child = spawn(program, args, { stdio, ...(env === undefined ? {} : { env }) });
  running.set(child, { atTerminal });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === null ? { code: code ?? 0 } : { signal }));
  });
  return { child, ended: ended.finally(() => running.delete(child)) };
}
