import type { Readable, Writable } from 'node:stream';
import type { Copies } from './copies.ts';
import { pump } from './pump.ts';
import { type Ended, runCommand } from './run-command.ts';

/** As a pipe without anybody in between would: a target that closes ends the source. */
function join(source: Readable, target: Writable, copy: (bytes: Uint8Array) => void): void {
  pump(source, target, copy);
  source.on('error', () => target.end());
  target.on('error', () => source.destroy());
}

/** Runs a command between our own streams, and leaves copies of what goes in and out. @throws what `spawn` does */
export async function tapStdio(
  command: readonly string[],
  copies: Copies,
  { stdin, stdout, env }: { stdin: Readable & { isTTY?: boolean }; stdout: Writable; env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const { child, ended } = runCommand(command, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
    atTerminal: stdin.isTTY === true,
  });
  const connection = 'stdio';
  const out = copies.open({ side: 'client', framing: 'lines', connection });
  const back = copies.open({ side: 'server', framing: 'lines', connection });
  // What ends a command-line program quietly would cut off the command's last words here.
  stdout.removeAllListeners('error');
  const [input, output] = [child.stdin as Writable, child.stdout as Readable];
  join(stdin, input, (bytes) => copies.copy(out, bytes));
  join(output, stdout, (bytes) => copies.copy(back, bytes));
  stdin.on('end', () => input.end());
  const how = await ended;
  stdin.destroy();
  await new Promise<void>((resolve) => (stdout.writable ? stdout.write('', () => resolve()) : resolve()));
  return how;
}
