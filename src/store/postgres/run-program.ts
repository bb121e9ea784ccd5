import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import type { RunUser } from './run-user.ts';

/**
 * Starts a Postgres program as the run user: with a clean environment, so that neither secrets nor PG* variables reach it,
 * and in a process group of its own, so that Ctrl-C in a terminal ends us and not the database.
 */
export function runProgram(program: string, args: string[], user: RunUser, stdio: StdioOptions): ChildProcess {
  return spawn(program, args, {
    ...(user.change ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio,
  });
}
