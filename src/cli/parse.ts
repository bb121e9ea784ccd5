import { parseArgs } from 'node:util';
import { HindcastError, reasonOf } from '../operations/errors.ts';
import type { Arguments, Command } from './command.ts';
import { commands } from './command-list.ts';
import { commonOptions } from './options.ts';

/** The command that the first one or two words name, and what follows it. */
export function findCommand(words: string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = commands.find((entry) => entry.name === name);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return undefined;
}

/** The commands of a family (`template`), or the one whose name is nearest to a mistyped word, if it differs by little. */
export function nearestCommand(word: string): string | undefined {
  const family = commands.filter(({ name }) => name.startsWith(`${word} `));
  if (family.length > 0) return family.map(({ name }) => name).join(' or ');
  const letters = new Set(word);
  const score = (name: string) =>
    name.startsWith(word.slice(0, 2))
      ? 10
      : [...new Set(name)].filter((letter) => letters.has(letter)).length - name.length / 2;
  const best = commands.map((entry) => entry.name).toSorted((a, b) => score(b) - score(a))[0];
  return best !== undefined && score(best) >= 1 ? best : undefined;
}

/** What `parseArgs` says, in fewer words. */
function wrongUse(message: string): string {
  const [first = ''] = message.split(/\. |\n/);
  return first
    .replace(/^Option '(?:-\w, )?(--?[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous\.?)$/, '$1 needs a value')
    .replace(/^Option '(?:-\w, )?(--?[\w-]+)' does not take an argument$/, '$1 takes no value')
    .replace(/^Unknown option '(.*)'$/, 'there is no option $1');
}

/** Reads the words after the command's name. Throws `usage` on an unknown option or a wrong number of operands. */
export function parseCommand(command: Command, words: string[]): Arguments & { help: boolean } {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new HindcastError('usage', { reason: wrongUse(reasonOf(error)), command: command.name });
  }
  const { values, positionals } = parsed as { values: Record<string, unknown>; positionals: string[] };
  const help = values['help'] === true;
  const { least, most } = command.takes;
  if (!help && (positionals.length < least || positionals.length > most)) {
    const reason =
      positionals.length < least
        ? `${command.name} needs ${command.operands}`
        : `${command.name} takes ${most === 0 ? 'no operand' : `only ${command.operands}`}, not ${positionals.slice(most).join(' ')}`;
    throw new HindcastError('usage', { reason, command: command.name });
  }
  return {
    help,
    files: positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? (values[name] as string[]) : []),
  };
}
