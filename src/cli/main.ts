import { enableCompileCache } from 'node:module';
import { HindcastError } from '../operations/errors.ts';
import { exitCodes } from './command.ts';
import { printFailure } from './failure.ts';
import { commandHelp, overview } from './help.ts';
import { type Io, processIo } from './io.ts';
import { packageVersion } from './package-folder.ts';
import { findCommand, nearestCommand, parseCommand } from './parse.ts';

type Found = NonNullable<ReturnType<typeof findCommand>>;

/** A command of the list, or that of an operation: those are made from the operations, which take time to load. */
async function commandOf(words: string[]): Promise<Found> {
  const [name = '', second = '-'] = words;
  const called = name === 'call' && !second.startsWith('-');
  const found = called ? undefined : findCommand(words);
  if (found !== undefined) return found;
  const { findOperationCommand, verbsOf } = await import('./client/operation-commands.ts');
  const operation = findOperationCommand(words);
  if (operation !== undefined) return operation;
  if (called)
    throw new HindcastError('command.unknown', { name: second, hint: '; `hindcast call` lists the operations' });
  const verbs = verbsOf(name);
  if (verbs !== undefined)
    throw new HindcastError('command.unknown', { name: words.slice(0, 2).join(' '), hint: `; there is ${verbs}` });
  const near = nearestCommand(name);
  throw new HindcastError('command.unknown', { name, hint: near === undefined ? '' : `; did you mean ${near}?` });
}

async function dispatch(words: string[], io: Io): Promise<number> {
  const [first] = words;
  if (first === '--version' || first === '-V') {
    io.out(`hindcast ${packageVersion()}\n`);
    return exitCodes.clean;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const about = first === 'help' ? words.slice(1).filter((word) => !word.startsWith('-')) : [];
    io.out(about.length === 0 ? overview(io.style) : commandHelp((await commandOf(about)).command, io.style));
    return first === undefined ? exitCodes.failed : exitCodes.clean;
  }
  const found = await commandOf(words);
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
