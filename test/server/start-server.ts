import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { ownFolder, root } from '../run-cli.ts';

/** A folder for one test that Postgres can pass through, too, when the tests run as root. */
export function passableFolder(context: TestContext): string {
  const folder = ownFolder(context);
  chmodSync(folder, 0o711);
  return folder;
}

/** `hindcast start` as a process of its own. */
export type Started = {
  child: ChildProcess;
  url: string;
  ownerLink?: string;
  /** What it wrote to standard error so far. */
  log: () => string;
  /** Sends a signal and gives the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts a server on a free port and waits for its line. Rejects with what it said when it ends before. */
export async function startServer(
  context: TestContext,
  dataFolder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const env = { ...process.env, NO_COLOR: '1', PORT: '0', HINDCAST_DATA: dataFolder, ...environment };
  const child = spawn(path.join(root, 'bin/hindcast'), ['start', '--json'], { env, cwd: root });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let out = '';
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  context.after(async () => {
    child.kill();
    await ended;
  });
  const line = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.endsWith('\n')) resolve(out);
    });
  });
  const first = await Promise.race([
    line,
    ended.then(([code, signal]) => Promise.reject(new Error(`exit ${code ?? signal}: ${log}`))),
  ]);
  return {
    child,
    ...(JSON.parse(first) as { url: string; ownerLink?: string }),
    log: () => log,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
