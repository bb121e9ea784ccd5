import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** Folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..');

/** The post-mortem of the shipped example. */
export const example = path.join(root, 'examples/checkout-outage/postmortem.md');

/** What a finished run left behind. */
export type Finished = { code: number | null; out: string; err: string };
/** `input` goes to standard input; `signalAfterMs` sends Ctrl-C. */
export type RunOptions = { input?: string | Uint8Array; cwd?: string; signalAfterMs?: number; env?: NodeJS.ProcessEnv };

/** Runs `bin/hindcast` as a person would, without colours. */
export function hindcast(args: string[], options: RunOptions = {}): Promise<Finished> {
  const { FORCE_COLOR: _forced, ...inherited } = process.env;
  const env = { ...inherited, NO_COLOR: '1', ...options.env };
  const child = spawn(path.join(root, 'bin/hindcast'), args, { cwd: options.cwd ?? root, env });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  // A program that does not read its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  if (options.signalAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), options.signalAfterMs);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** A folder of its own for one test, removed afterwards. */
export function ownFolder(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hindcast-test-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
