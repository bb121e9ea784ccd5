import { readFile } from 'node:fs/promises';
import { type Verdict, verifyBundle } from '../../ledger/bundle/index.ts';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { type ExitCode, exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';

async function bytesOf(file: string, io: Io): Promise<Uint8Array> {
  try {
    return file === '-' ? await io.readStdin() : await readFile(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new HindcastError(missing ? 'input.not-found' : 'input.unreadable', { file, reason: reasonOf(error) });
  }
}

/** The conclusion over what does not hold. */
function failure(checks: Verdict['checks']): string {
  const wrong = new Set(checks.filter(({ holds }) => !holds).map(({ part }) => part));
  if (wrong.has('file')) return 'is not proven: it is no bundle, or no longer one';
  if (wrong.has('key'))
    return 'is not proven: the key you gave cannot be used. `hindcast ledger keys` of its server lists them';
  return 'is not proven: something was changed since it was made, or the key is of another server';
}

function tell({ proven, trusted, checks }: Verdict, file: string, io: Io): void {
  const width = Math.max(...checks.map(({ part }) => part.length));
  for (const { part, holds, says } of checks) {
    const mark = holds ? io.style('good', 'holds  ') : io.style('error', 'differs');
    io.out(`${mark}  ${safe(part).padEnd(width)}  ${safe(says)}\n`);
  }
  const sentence = proven
    ? trusted
      ? 'is proven by the key you gave'
      : 'agrees with itself and with the key it names. Compare that key with one you got by another way: --key'
    : failure(checks);
  io.out(`\n${io.style(proven ? 'good' : 'error', safe(file))} ${sentence}\n`);
}

/** Verifies a bundle without a server; exit 1 when it is not proven. */
export const run: Run = async (args, io): Promise<ExitCode> => {
  const [file = ''] = args.files;
  const verdict = verifyBundle(await bytesOf(file, io), args.text('key'));
  if (args.flag('json')) io.out(`${JSON.stringify(verdict, null, 2)}\n`);
  else tell(verdict, file, io);
  return verdict.proven ? exitCodes.clean : exitCodes.findings;
};
