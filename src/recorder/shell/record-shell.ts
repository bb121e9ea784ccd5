import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { limits, redactText } from '../redact.ts';
import { type Ended, runCommand } from '../run-command.ts';
import type { Command } from './command-log.ts';
import { quoted, shells } from './hooks.ts';
import { joinOutput } from './join-output.ts';
import { outputReader } from './output.ts';

/** A shell that somebody types into: bash or zsh by whatever path, without a script to run. */
export const isShell = ([program = '', ...args]: readonly string[]): boolean =>
  Object.hasOwn(shells, path.basename(program)) && args.every((word) => word === '-i');

const lastWord = 'end\0';

/** One command as a hook wrote it, and the name of its marks; undefined for the last word, or what is none. */
function commandOf(text: string, secrets: readonly string[]): { id: string; command: Command } | undefined {
  const [, status, start = '', end, typed] = /^(\d+) (\d{15,17}) (\d{15,17}) ([\s\S]+)$/.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const startedAt = new Date(Number(start) / 1000).toISOString();
  const durationMs = Math.max(0, (Number(end) - Number(start)) / 1000);
  const command = { command: redactText(typed, secrets), exitCode: Number(status), startedAt, durationMs };
  return { id: start.slice(-9), command };
}

/** Hands on what comes through a named pipe, until it is told that the writer is done: then all that was written is read. */
function readPipe(pipe: string, heard: (chunk: string) => void): { end: () => Promise<void> } {
  const reading = new Socket({
    fd: openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  const closed = new Promise<void>((resolve) => void reading.on('close', () => resolve()));
  let isDone = false;
  reading.setEncoding('utf8').on('data', (chunk: string) => {
    heard(chunk);
    if (isDone && chunk.endsWith(lastWord)) reading.destroy();
  });
  return {
    end: async () => {
      const handle = openSync(pipe, constants.O_RDWR);
      isDone = true;
      writeSync(handle, lastWord);
      await closed;
      closeSync(handle);
    },
  };
}

function madePipe(folder: string, name: string): string {
  const pipe = path.join(folder, name);
  const made = spawnSync('mkfifo', ['-m', '600', pipe], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr?.trim() || 'mkfifo is missing');
  return pipe;
}

/** The command that shows a shell on a terminal in between, which hands on what it shows. `script` asks SHELL to start it. */
function throughTerminal(words: readonly string[], pipe: string, env: NodeJS.ProcessEnv): string[] {
  const shell = env['SHELL'] === undefined ? ['env', '-u', 'SHELL'] : ['env', `SHELL=${env['SHELL']}`];
  return ['script', '-qefc', `exec ${[...shell, ...words].map(quoted).join(' ')}`, pipe];
}

/** What a shell's recording needs. `withOutput`: what commands say is kept, too. */
export type ShellRecording = {
  env: NodeJS.ProcessEnv;
  secrets: readonly string[];
  keep: (command: Command) => void;
  withOutput: boolean;
};

/**
 * Runs a shell at the very terminal that we run at, with start-up files that tell of each command, after the person's own. What it
 * tells goes through a pipe, so that nothing is on the disk before it is masked.
 */
export async function recordShell(
  [program = '', ...args]: readonly string[],
  { env, secrets, keep, withOutput }: ShellRecording,
): Promise<Ended> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hindcast-shell-'));
  try {
    const told = madePipe(folder, 'pipe');
    const hooks = shells[path.basename(program)]?.(told, withOutput);
    for (const [name, text] of Object.entries(hooks?.files ?? {})) writeFileSync(path.join(folder, name), text);
    const joined = joinOutput(keep);
    let begun = '';
    const commands = readPipe(told, (chunk) => {
      const texts = (begun + chunk).split('\0');
      begun = texts.pop() ?? '';
      for (const text of texts) {
        const found = commandOf(text, secrets);
        if (found !== undefined && withOutput) joined.command(found.id, found.command);
        else if (found !== undefined) keep(found.command);
      }
    });
    const own = [program, ...(hooks?.args(folder) ?? []), ...args];
    const shown = withOutput ? madePipe(folder, 'shown') : undefined;
    const read = outputReader((id, output) => joined.output(id, redactText(output, secrets, limits.valueChars)));
    const outputs = shown === undefined ? undefined : readPipe(shown, read);
    const ownEnv = hooks?.env(folder, env) ?? env;
    const { ended } = runCommand(shown === undefined ? own : throughTerminal(own, shown, env), {
      stdio: 'inherit',
      env: shown === undefined ? ownEnv : { ...ownEnv, SHELL: '/bin/sh' },
      atTerminal: true,
    });
    return await ended.finally(async () => {
      await commands.end();
      await outputs?.end();
      joined.end();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
