import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const program = path.join(import.meta.dirname, '../bin/hindcast');

/** `hindcast start` as a process of its own, from the moment it was started to the one when its first page was there. */
export type ServerProcess = {
  child: ChildProcess;
  url: string;
  /** The one-time link of the first owner, until an owner has signed in. */
  ownerLink?: string;
  firstPageMs: number;
  stop: () => Promise<void>;
};

/** Starts a server on a free port and reads its first page. @throws when it ends before, with what it said */
export async function startProcess(environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const start = performance.now();
  const child = spawn(program, ['start', '--json'], { env: { ...process.env, PORT: '0', ...environment } });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-2000)));
  const line = new Promise<string>((resolve) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.includes('\n')) resolve(out);
    });
  });
  const first = await Promise.race([line, ended.then(() => Promise.reject(new Error(`it did not start: ${said}`)))]);
  const { url, ownerLink } = JSON.parse(first) as { url: string; ownerLink?: string };
  const page = await fetch(url);
  await page.text();
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  const firstPageMs = performance.now() - start;
  return {
    child,
    url,
    ...(ownerLink === undefined ? {} : { ownerLink }),
    firstPageMs,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
