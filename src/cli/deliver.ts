import type { Arguments } from './command.ts';
import type { Io } from './io.ts';
import { safe } from './text/safe.ts';
import { writeOutput } from './write-output.ts';

/** What a command made: the text or bytes, and what `--json` says of it. */
export type Delivery = { content: string | Uint8Array; facts: Record<string, unknown> };

/**
 * Hands over what a command made: to the file of -o, else to standard output.
 * With --json, the facts go to standard output, with the text inside when no file takes it.
 */
export function deliver(args: Arguments, io: Io, { content, facts }: Delivery): void {
  const file = args.text('output');
  if (file !== undefined) writeOutput(file, content);
  if (args.flag('json')) {
    const where = file === undefined ? { content: String(content) } : { file };
    io.out(`${JSON.stringify({ ...facts, ...where }, null, 2)}\n`);
  } else if (file === undefined) io.out(content);
  else io.err(`${io.errStyle('good', 'wrote')}  ${safe(file)}\n`);
}
