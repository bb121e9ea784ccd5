import { readFile } from 'node:fs/promises';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import type { Arguments } from '../command.ts';
import type { Io } from '../io.ts';
import type { Field } from './operation-fields.ts';

type Reading = { args: Arguments; io: Pick<Io, 'readStdin'>; command: string };

/** `@FILE` is the text of a file, `@-` standard input, `@@…` a text that begins with `@`. */
async function textOf(word: string, { io }: Reading): Promise<string> {
  if (!word.startsWith('@')) return word;
  const file = word.slice(1);
  if (file.startsWith('@')) return file;
  if (file === '-') return new TextDecoder().decode(await io.readStdin());
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new HindcastError(error.code === 'ENOENT' ? 'input.not-found' : 'input.unreadable', {
      file,
      reason: reasonOf(error),
    });
  });
}

function jsonOf(text: string, option: string, command: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HindcastError('usage', { reason: `--${option} is no JSON: ${reasonOf(error)}`, command });
  }
}

/** `severity=SEV1`: a JSON value where it is one that is no number, else text; nothing removes the field. */
function assigned(word: string, option: string, command: string): [string, unknown] {
  const at = word.indexOf('=');
  if (at < 0) throw new HindcastError('usage', { reason: `--${option} is FIELD=VALUE, not ${word}`, command });
  const text = word.slice(at + 1);
  if (text === '') return [word.slice(0, at), null];
  const isJson = /^(?:[{["]|true$|false$|null$)/.test(text);
  return [word.slice(0, at), isJson ? jsonOf(text, option, command) : text];
}

async function valueOf({ option, kind }: Field, reading: Reading): Promise<unknown> {
  const { args, command } = reading;
  if (kind === 'flag') return args.flag(option) ? true : undefined;
  if (kind === 'texts' || kind === 'fields') {
    const words = args.texts(option);
    if (words.length === 0) return undefined;
    const [only = ''] = words;
    if (kind === 'texts') return words;
    if (words.length === 1 && /^[{@]/.test(only)) return jsonOf(await textOf(only, reading), option, command);
    return Object.fromEntries(words.map((word) => assigned(word, option, command)));
  }
  const word = args.text(option);
  if (word === undefined) return undefined;
  if (kind === 'json') return jsonOf(await textOf(word, reading), option, command);
  if (kind === 'text') return textOf(word, reading);
  if (word.trim() === '' || Number.isNaN(Number(word)))
    throw new HindcastError('usage', { reason: `--${option} is a number, not ${word}`, command });
  return Number(word);
}

/** An operation's input from the words of the command line. @throws HindcastError `usage` when a needed field is missing */
export async function operationInput(
  fields: Field[],
  operands: string[],
  reading: Reading,
): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = Object.fromEntries(
    operands.map((name, index) => [name, reading.args.files[index]]),
  );
  for (const field of fields) {
    const value = await valueOf(field, reading);
    if (value === undefined && field.required)
      throw new HindcastError('usage', { reason: `--${field.option} is needed`, command: reading.command });
    if (value === undefined) continue;
    const [name = '', inner] = field.path;
    if (inner === undefined) input[name] = value;
    else input[name] = { ...(input[name] as object | undefined), [inner]: value };
  }
  return input;
}
