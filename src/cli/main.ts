import { enableCompileCache } from 'node:module';
import { HindcastError } from '../operations/errors.ts';
import { exitCodes, type ExitCode } from './command.ts';
import { printFailure } from './failure.ts';
import { commandHelp, overview } from './help.ts';
import { type Io, processIo } from './io.ts';
import { packageVersion } from './package-folder.ts';
import { findCommand, nearestCommand, parseCommand } from './parse.ts';

async function dispatch(words: string[], io: Io): Promise<ExitCode> {
  const [first] = words;
  if (first === '--version' || first === '-V') {
    io.out(`hindcast ${packageVersion()}\n`);
    return exitCodes.clean;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const named = first === 'help' ? findCommand(words.slice(1)) : undefined;
    io.out(named === undefined ? overview(io.style) : commandHelp(named.command, io.style));
    return first === undefined ? exitCodes.failed : exitCodes.clean;
  }
  const found = findCommand(words);
  if (found === undefined) {
    const near = nearestCommand(first);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    throw new HindcastError('command.unknown', { name: first, hint });
  }
  const args = parseCommand(found.command, found.rest);
  if (args.help) {
    io.out(commandHelp(found.command, io.style));
    return exitCodes.clean;
  }
  const { run } = await found.command.load();
  return run(args, io);
}

// Keeps the stripped and compiled files of the commands in the system's temporary folder: a start takes half the time.
enableCompileCache();
const words = process.argv.slice(2);
const io = processIo(words);
try {
  process.exitCode = await dispatch(words, io);
} catch (error) {
  printFailure(error, words.includes('--json'), io);
  process.exitCode = exitCodes.failed;
}
