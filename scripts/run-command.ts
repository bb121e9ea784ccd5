import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './project-files.ts';

/** What a finished command left behind. */
export type Outcome = { ok: boolean; output: string; durationMs: number };

/** Each test file is a process of its own: what one of them compiled, the others only read. */
const compiled = path.join(root, 'node_modules/.cache/hindcast');

/** Runs a command of the project (`oxfmt`, `node` ...) from the root, with the packages' own programs first in PATH; ends it after `mostMs`. */
export function runCommand(command: string[], environment: NodeJS.ProcessEnv = {}, mostMs?: number): Promise<Outcome> {
  const started = performance.now();
  const [program = '', ...args] = command;
  const searchPath = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
  return new Promise((resolve) => {
    const env = { NODE_COMPILE_CACHE: compiled, ...process.env, ...environment, PATH: searchPath };
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: mostMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const finish = (ok: boolean) => resolve({ ok, output, durationMs: performance.now() - started });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('exit', (_code, signal) => {
      if (signal === null) return;
      // What it had started may still hold its output open.
      output += `\nx FAILED   ${command.at(-1)} was ended by ${signal}\n`;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
